package io.rotadesk.web.desk.hall;

import io.rotadesk.petition.reception.PetitionRefusal;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Says why an input is refused, in the same words as the process's forms. */
@Component
class HallWords {

    private final ResourceBundleMessageSource petition = new ResourceBundleMessageSource();

    HallWords() {
        petition.setBasename("i18n/reception");
        petition.setDefaultEncoding("UTF-8");
        petition.setFallbackToSystemLocale(false);
    }

    String why(PetitionRefusal refusal, Locale locale) {
        return petition.getMessage(refusal.key(), refusal.arguments(), locale);
    }
}
