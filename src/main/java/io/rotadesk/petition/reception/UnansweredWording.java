package io.rotadesk.petition.reception;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The note of a person who counts as away since they did not call. */
@Component
class UnansweredWording extends Words {

    UnansweredWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/reception");
    }

    String didNotCall(int times) {
        return get("away.didNotCall", times);
    }
}
