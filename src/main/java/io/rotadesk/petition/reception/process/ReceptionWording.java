package io.rotadesk.petition.reception.process;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.input.FieldRefusal;
import io.rotadesk.platform.words.Words;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The reception's texts for people. */
@Component
class ReceptionWording extends Words {

    ReceptionWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/reception", "i18n/matter");
    }

    /** @throws RefusedException naming the invalid field and the reason, if the work is refused */
    <T> T orRefused(Supplier<T> work) {
        try {
            return work.get();
        } catch (FieldRefusal refusal) {
            String why = toReader(refusal.key(), refusal.arguments());
            throw new RefusedException(
                    toReader("refused", toReader("field." + refusal.field()), why), new BadField(refusal.field(), why));
        }
    }
}
