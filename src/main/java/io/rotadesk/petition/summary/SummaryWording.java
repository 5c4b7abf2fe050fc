package io.rotadesk.petition.summary;

import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The words of summaries: what they count, and what the codes of matters mean. */
@Component
public class SummaryWording extends Words {

    private final MatterCategories categories;

    SummaryWording(@Value("${rotadesk.locale:zh-CN}") Locale locale, MatterCategories categories) {
        super(locale, "i18n/summary");
        this.categories = categories;
    }

    /** @param code as with the matter, empty for none; one that nobody knows is words already */
    public String category(String code, Locale locale) {
        return code.isEmpty() ? get(locale, "summary.category.none") : categories.label(code, locale);
    }

    /** The same without the names of the categories above it. */
    public String categoryAlone(String code, Locale locale) {
        return code.isEmpty() ? category(code, locale) : categories.name(code, locale);
    }

    /** In the language of the product; see {@link #category(String, Locale)}. */
    public String category(String code) {
        return category(code, locale());
    }

    /** In the language of the product; see {@link #outcome(String, Locale)}. */
    public String outcome(String code) {
        return outcome(code, locale());
    }

    /** @param code as with the matter, empty for none; one that nobody knows is words already */
    public String outcome(String code, Locale locale) {
        return find(locale, "summary.outcome." + (code.isEmpty() ? "none" : code), code);
    }
}
