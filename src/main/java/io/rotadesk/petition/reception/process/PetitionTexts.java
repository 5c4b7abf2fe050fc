package io.rotadesk.petition.reception.process;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.reception.PetitionRefusal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What the reception says to people, in the product's language. */
@Component
class PetitionTexts {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    private final Locale locale;

    PetitionTexts(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.locale = locale;
        source.setBasename("i18n/reception");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
    }

    String get(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    /** @throws RefusedException saying which field cannot be taken and why, when the work is refused */
    <T> T orRefused(Supplier<T> work) {
        try {
            return work.get();
        } catch (PetitionRefusal refusal) {
            throw new RefusedException(
                    get("refused", get("field." + refusal.field()), get(refusal.key(), refusal.arguments())));
        }
    }
}
