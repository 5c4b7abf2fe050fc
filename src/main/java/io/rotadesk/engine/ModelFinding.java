package io.rotadesk.engine;

/**
 * A reason to refuse a deployed file.
 *
 * @param file its name; empty if the finding concerns the whole deployment
 * @param element the id of the element, or of the component of a form; empty if the finding concerns the whole file
 * @param message the key of the sentence that says what is wrong and what to do
 * @param arguments the arguments of the message
 */
record ModelFinding(String file, String element, String message, Object... arguments) {

    String text(EngineWording messages) {
        String sentence = messages.toReader(message, arguments);
        if (file.isEmpty()) {
            return sentence;
        }
        return element.isEmpty()
                ? messages.toReader("model.inFile", file, sentence)
                : messages.toReader("model.inElement", file, element, sentence);
    }
}
