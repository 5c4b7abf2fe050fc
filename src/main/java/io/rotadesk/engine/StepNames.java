package io.rotadesk.engine;

import io.rotadesk.engine.UnitTasks.UnitTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The names of tasks in the language of the person who reads them. A model has names in one language only, that of the
 * product.
 */
@Component
public class StepNames {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final String language;
    private final Map<String, Map<String, String>> translated = new ConcurrentHashMap<>();

    StepNames(EngineWording messages) {
        this.language = messages.locale().getLanguage();
    }

    /** The first phone that rings must not wait for the models to be read. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        // A thread of a pool would not find the files of a packed application.
        Thread reading = new Thread(() -> LANGUAGES.forEach(reader -> texts(reader.getLanguage())), "step-names");
        reading.setDaemon(true);
        reading.start();
    }

    /** @see #of(String, String, String, Locale) */
    public String of(UnitTask task, Locale reader) {
        return of(task.process(), task.step(), task.name(), reader);
    }

    /**
     * @param name the model's own
     * @return the model's own name for a step that the product does not have, or that a process owner has renamed
     */
    public String of(String process, String step, String name, Locale reader) {
        String key = process + "." + step;
        boolean isOurs = !reader.getLanguage().equals(language)
                && name != null
                && name.strip().equals(texts(language).get(key));
        return isOurs ? texts(reader.getLanguage()).getOrDefault(key, name) : name;
    }

    /** The task's name in each language that the product speaks, by the language's code. */
    Map<String, String> inEachLanguage(String process, String step, String name) {
        return LANGUAGES.stream()
                .collect(Collectors.toMap(Locale::getLanguage, reader -> of(process, step, name, reader)));
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
