package io.rotadesk.web.desk.hall;

import io.rotadesk.platform.input.FieldRefusal;
import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says why an input is refused, in the same words as the process's forms. */
@Component
class HallWording extends Words {

    HallWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/reception", "i18n/matter");
    }

    /** A window as people say it: a number gets the word for it, a name stays. Null stays null. */
    String window(String window, Locale locale) {
        return window == null || !window.chars().allMatch(Character::isDigit)
                ? window
                : get(locale, "window.number", window);
    }

    String why(FieldRefusal refusal, Locale locale) {
        return get(locale, refusal.key(), refusal.arguments());
    }
}
