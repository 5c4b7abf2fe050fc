package io.rotadesk.web.api.kiosk;

import io.rotadesk.petition.reception.PetitionRefusal;
import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says why an announcement is refused, in the same words as the reception's forms. */
@Component
class PetitionerWording extends Words {

    PetitionerWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/reception");
    }

    String why(PetitionRefusal refusal, Locale locale) {
        return get(locale, refusal.key(), refusal.arguments());
    }
}
