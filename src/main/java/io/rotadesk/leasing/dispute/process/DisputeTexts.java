package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.FormMarkdown;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What a dispute says to people in their tasks, in the product's language. */
@Component
class DisputeTexts {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    private final Locale locale;

    DisputeTexts(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.locale = locale;
        source.setBasename("i18n/dispute");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
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
}
