package io.rotadesk.engine;

/**
 * Something in a deployed file that cannot be taken.
 *
 * @param file its name; empty when it is the deployment as a whole
 * @param element the id of the element, or of the component of a form; empty when it is the file as a whole
 * @param message key of the sentence that says what is wrong and what to do
 * @param arguments of the message
 */
record ModelFinding(String file, String element, String message, Object... arguments) {

    String text(EngineWording messages) {
        String sentence = messages.get(message, arguments);
        if (file.isEmpty()) {
            return sentence;
        }
        return element.isEmpty()
                ? messages.get("model.inFile", file, sentence)
                : messages.get("model.inElement", file, element, sentence);
    }
}
