package io.rotadesk.engine;

import io.rotadesk.engine.UnitTasks.UnitTask;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The names of tasks in the language of the person who reads them. A model has names in one language only, that of the
 * product.
 */
@Component
public class StepNames {

    private final String language;
    private final Map<String, Map<String, String>> translated = new ConcurrentHashMap<>();

    StepNames(EngineWording messages) {
        this.language = messages.locale().getLanguage();
    }

    /** @return the model's own name for a step that the product does not have */
    public String of(UnitTask task, Locale reader) {
        if (reader.getLanguage().equals(language)) {
            return task.name();
        }
        return texts(reader.getLanguage()).getOrDefault(task.process() + "." + task.step(), task.name());
    }

    /** Languages that the product does not speak are not kept: a reader may name any. */
    private Map<String, String> texts(String spoken) {
        Map<String, String> texts = translated.computeIfAbsent(
                spoken,
                key -> Optional.of(ModelTranslation.texts(key))
                        .filter(found -> !found.isEmpty())
                        .orElse(null));
        return texts == null ? Map.of() : texts;
    }
}
