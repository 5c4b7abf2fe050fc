package io.rotadesk.petition.message;

import io.rotadesk.platform.words.Words;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What petitioners are told by message, in the language of the product. */
@Component
class PetitionerMessageWording extends Words {

    PetitionerMessageWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/petitioner-message");
    }

    /** @param until the last day of the limit in force; null if none is */
    String text(Stage stage, String unit, String number, LocalDate until) {
        String said = get("message." + stage.name(), unit, number);
        return until == null ? said : said + get("message.until", until.toString());
    }

    String stage(Stage stage) {
        return get("stage." + stage.name());
    }
}
