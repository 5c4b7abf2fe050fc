package io.rotadesk.petition.attachment;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says why a file is refused. */
@Component
public class AttachmentWording extends Words {

    AttachmentWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/attachment");
    }

    public String refusal(AttachmentRefusal refusal, Locale locale) {
        return get(locale, refusal.key(), refusal.arguments());
    }
}
