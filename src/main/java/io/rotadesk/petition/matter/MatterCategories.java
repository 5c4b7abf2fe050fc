package io.rotadesk.petition.matter;

import io.rotadesk.platform.words.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The categories by which matters are summarised (P7), in the order in which lists show them. */
@Component
public class MatterCategories {

    private static final List<String> CODES = List.of(
            "land",
            "housing",
            "road",
            "labour",
            "welfare",
            "environment",
            "disputes",
            "services",
            "governance",
            "other");

    private final Words labels;

    MatterCategories(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.labels = new Words(locale, "i18n/matter");
    }

    public List<String> codes() {
        return CODES;
    }

    /**
     * Checks a choice.
     *
     * @throws MatterRefusal naming the field, if it is none of the codes
     */
    String chosen(String category) {
        String code = Required.text("category", category);
        if (!CODES.contains(code)) {
            throw new MatterRefusal("category", "category.unknown", code);
        }
        return code;
    }

    /** @return the code itself for one that is no longer in the list; "" for null */
    public String label(String code, Locale locale) {
        return code == null ? "" : labels.find(locale, "category." + code, code);
    }
}
