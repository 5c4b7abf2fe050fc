package io.rotadesk.petition.summary;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of summaries, in whatever language is asked for: what they count, and what the codes of matters mean. */
@Component
public class SummaryWords {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    SummaryWords() {
        // A category is called as where it is chosen.
        source.setBasenames("i18n/summary", "i18n/matter");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
    }

    public String get(Locale locale, String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    /** @param code as with the matter, empty for none; one that nobody knows is words already */
    public String category(String code, Locale locale) {
        return code.isEmpty()
                ? get(locale, "summary.category.none")
                : source.getMessage("category." + code, null, code, locale);
    }

    /** @param code as with the matter, empty for none; one that nobody knows is words already */
    public String outcome(String code, Locale locale) {
        return source.getMessage("summary.outcome." + (code.isEmpty() ? "none" : code), null, code, locale);
    }
}
