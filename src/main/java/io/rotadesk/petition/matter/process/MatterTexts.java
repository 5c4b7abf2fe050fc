package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.MatterRefusal;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What the handling of matters says to people, in the product's language. */
@Component
class MatterTexts {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    private final Locale locale;

    MatterTexts(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.locale = locale;
        source.setBasename("i18n/matter");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
    }

    String get(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    /** A sentence with formatting, in which the arguments stand as they were written. */
    String markdown(String key, Object... arguments) {
        return get(key, FormMarkdown.arguments(arguments));
    }

    Locale locale() {
        return locale;
    }

    /** A sentence that names the field. */
    RefusedException refused(MatterRefusal refusal) {
        return refused(refusal.field(), refusal.key(), refusal.arguments());
    }

    RefusedException refused(String field, String key, Object... arguments) {
        return new RefusedException(get("refused", get("field." + field), get(key, texts(arguments))));
    }

    /** Years and numbers without separators. */
    private static Object[] texts(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toArray();
    }
}
