package io.rotadesk.access;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells people why the engine refuses something, in their language. */
@Component
class AccessWording extends Words {

    AccessWording(AccessSettings settings) {
        super(Locale.forLanguageTag(settings.locale()), "i18n/access");
    }

    RefusedException refused(String key, Object... arguments) {
        return new RefusedException(toReader(key, arguments));
    }
}
