package io.rotadesk.petition.paper;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is said about papers; the papers themselves are in Chinese. */
@Component
public class PaperWording extends Words {

    PaperWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/paper");
    }

    public String kind(PaperKind kind, Locale locale) {
        return get(locale, "kind." + kind);
    }

    public String refusal(PaperRefusal refusal, Locale locale) {
        return get(locale, refusal.key(), refusal.arguments());
    }

    /** The sentence for the reader of a form that waits for a paper. */
    String demanded(PaperKind kind) {
        return toReader("demanded", toReader("kind." + kind));
    }
}
