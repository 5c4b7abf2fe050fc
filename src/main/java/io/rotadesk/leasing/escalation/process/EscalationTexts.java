package io.rotadesk.leasing.escalation.process;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What this package says to people, in the product's language. */
@Component
class EscalationTexts {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    private final Locale locale;

    EscalationTexts(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.locale = locale;
        source.setBasename("i18n/escalation");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
    }

    String get(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }
}
