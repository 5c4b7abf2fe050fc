package io.rotadesk.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Models and forms are written in Chinese. In another language of the product ({@code rotadesk.locale}) their texts are
 * replaced when they are read, from {@code i18n/models_<language>.properties}; a text that is not there stays as it is.
 */
@Component
class ModelTranslation {

    private final Properties texts;

    ModelTranslation(EngineMessages messages) {
        this.texts = load(messages.locale());
    }

    /** @return empty for Chinese, and for a language into which nothing is translated */
    static Properties load(Locale locale) {
        Properties texts = new Properties();
        ClassPathResource file = new ClassPathResource("i18n/models_" + locale.getLanguage() + ".properties");
        if (file.exists()) {
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    /** @throws IOException when the file cannot be read */
    byte[] translate(String file, byte[] content) throws IOException {
        return texts.isEmpty() ? content : ModelTexts.replace(file, content, texts::getProperty);
    }
}
