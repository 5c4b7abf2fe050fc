package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Checks that a decision gives the outputs of its contract and uses only the offered inputs. */
record DecisionContractCheck(ModelFile file, Element decision, DecisionContract contract) {

    /** The hit policies with at most one answer; unique is the default where none is named. */
    private static final Set<String> ONE_ANSWER = Set.of("", "UNIQUE", "FIRST", "ANY");

    List<ModelFinding> missing() {
        List<ModelFinding> findings = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        new ModelFile(file.name(), decision).forEach(element -> {
            switch (element.getLocalName()) {
                case "decisionTable" -> {
                    String policy = element.getAttribute("hitPolicy");
                    if (!ONE_ANSWER.contains(policy)) {
                        findings.add(finding("model.contract.hitPolicy", policy));
                    }
                }
                case "output" -> outputs.add(element.getAttribute("name"));
                case "literalExpression" -> outputs.add(contract.outputs().get(0));
                case "inputExpression" -> inputs.add(text(element));
                default -> {}
            }
        });
        for (String output : contract.outputs()) {
            if (!outputs.contains(output)) {
                findings.add(missing("model.contract.output", output, outputs));
            }
        }
        if (contract.outputs().size() == 1 && outputs.size() > 1) {
            findings.add(finding("model.contract.oneOutput", contract.outputs().get(0)));
        }
        inputs.stream()
                .filter(input -> !contract.inputs().isEmpty()
                        && input.matches("\\w+")
                        && !contract.inputs().contains(input))
                .forEach(input -> findings.add(missing("model.contract.input", input, contract.inputs())));
        return findings;
    }

    private ModelFinding missing(String message, String wanted, Collection<String> names) {
        return NearMiss.of(wanted, names)
                .map(near -> finding(message + ".near", wanted, near))
                .orElseGet(() -> finding(message, wanted));
    }

    private static String text(Element expression) {
        return ModelFile.children(expression).stream()
                .filter(child -> child.getLocalName().equals("text"))
                .map(ModelFile::text)
                .findFirst()
                .orElse("")
                .strip();
    }

    private ModelFinding finding(String message, Object... arguments) {
        return new ModelFinding(file.name(), decision.getAttribute("id"), message, arguments);
    }
}
