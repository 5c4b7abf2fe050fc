package io.rotadesk.petition.reception.process;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.reception.PetitionRefusal;
import io.rotadesk.platform.words.Words;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The reception's texts for people, in the product's language. */
@Component
class ReceptionWording extends Words {

    ReceptionWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/reception");
    }

    /** @throws RefusedException naming the invalid field and the reason, if the work is refused */
    <T> T orRefused(Supplier<T> work) {
        try {
            return work.get();
        } catch (PetitionRefusal refusal) {
            throw new RefusedException(
                    get("refused", get("field." + refusal.field()), get(refusal.key(), refusal.arguments())));
        }
    }
}
