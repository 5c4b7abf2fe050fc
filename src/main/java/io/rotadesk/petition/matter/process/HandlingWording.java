package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The texts about handling matters, in the product's language. */
@Component
class HandlingWording extends Words {

    HandlingWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/matter");
    }

    /** A sentence with formatting, whose arguments are shown as they were written. */
    String markdown(String key, Object... arguments) {
        return get(key, FormMarkdown.arguments(arguments));
    }

    /** A sentence that names the field. */
    RefusedException refused(MatterRefusal refusal) {
        return refused(refusal.field(), refusal.key(), refusal.arguments());
    }

    RefusedException refused(String field, String key, Object... arguments) {
        return refusedBecause(field, toReader(key, arguments));
    }

    /** @param why a sentence for the reader */
    RefusedException refusedBecause(String field, String why) {
        return new RefusedException(toReader("refused", toReader("field." + field), why), new BadField(field, why));
    }
}
