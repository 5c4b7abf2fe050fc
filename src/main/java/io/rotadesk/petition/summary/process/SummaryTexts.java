package io.rotadesk.petition.summary.process;

import io.rotadesk.petition.summary.SummaryWords;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this package says to people, in the product's language. */
@Component
class SummaryTexts {

    private final SummaryWords words;
    private final Locale locale;

    SummaryTexts(SummaryWords words, @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String get(String key, Object... arguments) {
        return words.get(locale, key, arguments);
    }

    String category(String code) {
        return words.category(code, locale);
    }

    String outcome(String code) {
        return words.outcome(code, locale);
    }
}
