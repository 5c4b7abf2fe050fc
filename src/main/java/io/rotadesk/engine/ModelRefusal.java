package io.rotadesk.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reports all mistakes of models at once. */
@Component
class ModelRefusal {

    private static final Logger log = LoggerFactory.getLogger(ModelRefusal.class);

    /** A file can have a mistake in every line, and nobody reads more of them at once. */
    private static final int MOST = 50;

    private final EngineWording messages;

    ModelRefusal(EngineWording messages) {
        this.messages = messages;
    }

    /** @throws RefusedException if there is any finding but warnings, which are only written to the log */
    void of(List<ModelFinding> all) {
        List<ModelFinding> findings =
                all.stream().filter(finding -> !finding.isWarning()).toList();
        if (findings.isEmpty()) {
            all.forEach(warning ->
                    log.warn("A model was taken with a warning: {}", EngineProblems.oneLine(warning.text(messages))));
            return;
        }
        List<String> sentences = findings.stream()
                .map(finding -> finding.text(messages))
                .distinct()
                .toList();
        String more = sentences.size() > MOST ? "\n" + messages.toReader("model.more", sentences.size() - MOST) : "";
        String text = sentences.stream()
                .limit(MOST)
                .collect(Collectors.joining("\n", messages.toReader("model.refused") + "\n", more));
        log.warn("Models were refused: {}", EngineProblems.oneLine(text));
        throw new RefusedException(text);
    }

    /** @return the exception for a model that the engine itself rejects, with the engine's message */
    RefusedException byTheEngine(Exception reason) {
        String said = String.valueOf(reason.getMessage()).replaceFirst("^ENGINE-\\d+ ", "");
        log.warn("A model was refused by the engine: {}", EngineProblems.oneLine(said));
        return new RefusedException(
                messages.toReader("model.refused") + "\n" + messages.toReader("model.engine", said), reason);
    }

    RefusedException nestedTooDeeply() {
        log.warn("A model was refused: nested too deeply for the engine");
        return new RefusedException(
                messages.toReader("model.refused") + "\n" + messages.toReader("model.limit.depth", ModelLimits.DEPTH));
    }
}
