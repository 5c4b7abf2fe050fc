package io.rotadesk.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Models and forms are written in Chinese. In another language of the product ({@code rotadesk.locale}) their texts are
 * replaced at deployment, from {@code i18n/models_<language>.properties}, if they are as shipped. Texts that a process
 * owner has written stay unchanged.
 */
@Component
class ModelTranslation {

    private final Properties texts;
    private final Map<String, String> shipped;

    ModelTranslation(EngineWording messages) {
        this.texts = load(messages.locale());
        this.shipped = texts.isEmpty() ? Map.of() : shipped();
    }

    /** @return empty for Chinese, and for a language without a translation */
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

    /**
     * @return the same bytes if there is nothing to replace
     * @throws IOException if the file cannot be read
     */
    byte[] translate(String file, byte[] content) throws IOException {
        if (texts.isEmpty()) {
            return content;
        }
        AtomicBoolean replaced = new AtomicBoolean();
        byte[] translated = ModelTexts.replace(file, content, (key, text) -> {
            if (!text.strip().equals(shipped.get(key)) || !texts.containsKey(key)) {
                return text;
            }
            replaced.set(true);
            return texts.getProperty(key);
        });
        return replaced.get() ? translated : content;
    }

    /** @return the texts of the shipped models by their keys; empty for a language without a translation */
    static Map<String, String> texts(String language) {
        if (language.equals(Locale.CHINESE.getLanguage())) {
            return shipped();
        }
        Map<String, String> texts = new HashMap<>();
        load(Locale.forLanguageTag(language)).forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Map<String, String> shipped() {
        Map<String, String> shipped = new HashMap<>();
        try {
            for (var file : new ModelFolders(List.of()).read().entrySet()) {
                ModelTexts.replace(file.getKey(), file.getValue(), (key, text) -> {
                    shipped.put(key, text.strip());
                    return text;
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shipped;
    }
}
