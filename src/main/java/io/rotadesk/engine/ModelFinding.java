package io.rotadesk.engine;

import java.util.Arrays;
import org.w3c.dom.Element;

/**
 * Something about a deployed file: a reason to refuse it, or a warning with which it is taken.
 *
 * @param file its name; empty if the finding concerns the whole deployment
 * @param element the id of the element, or of the component of a form; empty if the finding concerns the whole file
 * @param message the key of the sentence that says what is wrong and what to do; those of warnings have a word of their
 *     own, {@code model.warning}
 * @param arguments the arguments of the message
 */
record ModelFinding(String file, String element, String message, Object... arguments) {

    private static final String WARNINGS = "model.warning.";

    /** A sentence within a sentence. */
    private record Sentence(String message, Object... arguments) {}

    /**
     * @param row of the decision table, from 1
     * @param column the heading of the column, as people read it
     */
    static ModelFinding inCell(String file, Element cell, int row, String column, String message, Object... arguments) {
        String where = message.startsWith(WARNINGS) ? WARNINGS + "cell" : "model.cell";
        return new ModelFinding(file, ModelFile.idOf(cell), where, row, column, new Sentence(message, arguments));
    }

    /** @return whether the model can be taken all the same */
    boolean isWarning() {
        return message.startsWith(WARNINGS);
    }

    String text(EngineWording messages) {
        String sentence = sentence(messages, message, arguments);
        if (file.isEmpty()) {
            return sentence;
        }
        return element.isEmpty()
                ? messages.toReader("model.inFile", file, sentence)
                : messages.toReader("model.inElement", file, element, sentence);
    }

    private static String sentence(EngineWording messages, String message, Object... arguments) {
        Object[] said = Arrays.stream(arguments)
                .map(argument -> argument instanceof Sentence inner
                        ? sentence(messages, inner.message(), inner.arguments())
                        : argument)
                .toArray();
        return messages.toReader(message, said);
    }
}
