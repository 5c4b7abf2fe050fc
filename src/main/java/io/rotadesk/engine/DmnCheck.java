package io.rotadesk.engine;

import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** What must not stand in a DMN file, and what must: decisions are FEEL, and their history ends. */
record DmnCheck(ModelFile file, List<ModelFinding> findings) {

    void check() {
        file.forEach(element -> {
            String language = ModelFile.attribute(element, "expressionLanguage");
            if (!language.isEmpty() && !isFeel(language)) {
                add(element, "model.notFeel", language);
            }
            if (ModelExpression.isExpression(ModelFile.text(element))
                    && !element.getLocalName().equals("description")) {
                add(element, "model.notFeel", "${...}");
            }
            if (element.getLocalName().equals("decision")
                    && ModelFile.attribute(element, "historyTimeToLive").isBlank()) {
                add(element, "model.historyTimeToLive");
            }
        });
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel")
                || language.toLowerCase(Locale.ROOT).matches("https?://www\\.omg\\.org/spec/.*feel.*");
    }

    private void add(Element element, String message, Object... arguments) {
        findings.add(new ModelFinding(file.name(), ModelFile.idOf(element), message, arguments));
    }
}
