package io.rotadesk.engine;

import io.rotadesk.platform.input.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.w3c.dom.Element;

/**
 * Checks what a decision table says as a whole: answers that nobody understands, names where texts were meant, rules that
 * overlap where only one may hit, and rules that can never hit. A cell that depends on a variable is taken to be right.
 */
final class DecisionTableCheck {

    private static final int SHOWN = 80;

    private final ModelFile file;
    private final Element table;
    private final DecisionContract contract;
    private final Set<String> names;
    private final List<ModelFinding> findings;

    private final List<Column> inputs;
    private final List<Column> outputs;
    private final List<Rule> rules;

    /**
     * A column.
     *
     * @param name of an output; empty for an input
     * @param values the texts that may stand there; null if anything may
     */
    private record Column(String label, String name, Set<String> values) {}

    /** One row: its cells as they are written, and what the input cells let pass. */
    private record Rule(Element row, List<Element> cells, List<CellValues> values, List<Element> answers) {

        boolean meets(Rule other) {
            return IntStream.range(0, values.size()).allMatch(i -> values.get(i).meets(other.values.get(i)));
        }

        boolean covers(Rule other) {
            return IntStream.range(0, values.size())
                    .allMatch(i -> isSame(i, other) || values.get(i).covers(other.values.get(i)));
        }

        private boolean isSame(int column, Rule other) {
            return text(cells.get(column)).equals(text(other.cells.get(column)));
        }

        String answer() {
            return answers.stream().map(DecisionTableCheck::text).collect(Collectors.joining("|"));
        }
    }

    /**
     * @param contract null for a decision that the application does not ask
     * @param names what the file offers by name to a rule: inputs, other decisions
     */
    DecisionTableCheck(
            ModelFile file, Element table, DecisionContract contract, Set<String> names, List<ModelFinding> findings) {
        this.file = file;
        this.table = table;
        this.contract = contract;
        this.names = names;
        this.findings = findings;
        this.inputs = columns("input");
        this.outputs = columns("output");
        this.rules = rules();
    }

    void check() {
        for (int i = 0; i < rules.size(); i++) {
            for (int column = 0; column < rules.get(i).cells().size(); column++) {
                checkInput(i, column);
            }
            for (int column = 0; column < rules.get(i).answers().size(); column++) {
                checkAnswer(i, column);
            }
        }
        switch (table.getAttribute("hitPolicy")) {
            case "", "UNIQUE" -> forEachMeeting((one, two) -> addRule(two, "model.table.overlap", one + 1, two + 1));
            case "ANY" ->
                forEachMeeting((one, two) -> {
                    if (!rules.get(one).answer().equals(rules.get(two).answer())) {
                        addRule(two, "model.table.different", one + 1, two + 1);
                    }
                });
            case "FIRST" -> checkCovered();
            default -> {}
        }
    }

    private void checkInput(int rule, int column) {
        Element cell = rules.get(rule).cells().get(column);
        Set<String> values = inputs.get(column).values();
        CellValues allowed = rules.get(rule).values().get(column);
        if (allowed.isEmpty()) {
            add(cell, rule, inputs.get(column), "model.warning.empty");
        } else if (values != null && allowed instanceof CellValues.OneOf some) {
            List<String> others = unknownTexts(some, values);
            if (others.size() == some.parts().size()) {
                add(cell, rule, inputs.get(column), "model.warning.unlisted", others.get(0), listed(values));
            }
        }
        nameIn(tree(cell, true))
                .filter(name -> values != null && values.contains(name) || isUnknown(name))
                .ifPresent(name -> add(cell, rule, inputs.get(column), "model.table.name", name));
    }

    private static List<String> unknownTexts(CellValues.OneOf some, Set<String> values) {
        return some.parts().stream()
                .filter(part -> part instanceof CellValues.Single single
                        && single.value() instanceof String text
                        && !values.contains(text))
                .map(part -> (String) ((CellValues.Single) part).value())
                .toList();
    }

    private void checkAnswer(int rule, int column) {
        Element cell = rules.get(rule).answers().get(column);
        Column output = outputs.get(column);
        Set<String> understood = contract == null ? null : contract.answers().get(output.name());
        Exp answer = tree(cell, false);
        Optional<String> said = answer == null
                ? Optional.empty()
                : CellValues.texts(answer).map(texts -> texts.iterator().next());
        said.filter(text -> understood != null && !understood.contains(text))
                .or(() -> said.filter(
                        text -> output.values() != null && !output.values().contains(text)))
                .ifPresent(text -> add(
                        cell,
                        rule,
                        output,
                        "model.table.answer",
                        SafeText.shortened(text, SHOWN),
                        listed(understood != null ? understood : output.values())));
        nameIn(answer)
                .filter(name -> output.values() != null && output.values().contains(name)
                        || understood != null && understood.contains(name)
                        || isUnknown(name))
                .ifPresent(name -> add(cell, rule, output, "model.table.name", name));
    }

    /** Where the application says what it offers, any other name has no value. */
    private boolean isUnknown(String name) {
        return contract != null
                && !contract.inputs().isEmpty()
                && !contract.inputs().contains(name)
                && !names.contains(name);
    }

    private static Optional<String> nameIn(Exp expression) {
        Exp bare = expression instanceof UnaryTestExpression test ? test.exp() : expression;
        return bare instanceof Ref ref && ref.names().size() == 1
                ? Optional.of(ref.names().head())
                : Optional.empty();
    }

    private void forEachMeeting(BiConsumer<Integer, Integer> meeting) {
        for (int two = 1; two < rules.size(); two++) {
            for (int one = 0; one < two; one++) {
                if (rules.get(one).meets(rules.get(two))) {
                    meeting.accept(one, two);
                    break;
                }
            }
        }
    }

    private void checkCovered() {
        for (int later = 1; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (rules.get(earlier).covers(rules.get(later))) {
                    addRule(later, "model.warning.covered", earlier + 1, later + 1);
                    break;
                }
            }
        }
    }

    private List<Column> columns(String kind) {
        List<Column> columns = new ArrayList<>();
        for (Element column : children(table, kind)) {
            String label = column.getAttribute("label");
            String name = column.getAttribute("name");
            if (label.isBlank()) {
                label = name.isBlank()
                        ? children(column, "inputExpression").stream()
                                .map(DecisionTableCheck::text)
                                .collect(Collectors.joining())
                        : name;
            }
            Set<String> values = children(column, kind + "Values").stream()
                    .map(listed -> tree(listed, true))
                    .map(listed -> listed == null ? Optional.<Set<String>>empty() : CellValues.texts(listed))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
            columns.add(new Column(label, name, values));
        }
        return columns;
    }

    private List<Rule> rules() {
        return children(table, "rule").stream()
                .map(rule -> new Rule(
                        rule,
                        children(rule, "inputEntry").stream()
                                .limit(inputs.size())
                                .toList(),
                        children(rule, "inputEntry").stream()
                                .limit(inputs.size())
                                .map(DecisionTableCheck::values)
                                .toList(),
                        children(rule, "outputEntry").stream()
                                .limit(outputs.size())
                                .toList()))
                .filter(rule -> rule.cells().size() == inputs.size())
                .toList();
    }

    private static CellValues values(Element cell) {
        String text = text(cell);
        if (text.isEmpty()) {
            return new CellValues.Any();
        }
        Exp tree = tree(cell, true);
        return tree == null ? new CellValues.Unknown() : CellValues.of(tree);
    }

    /** @return null for an empty cell, and for one that cannot be read, which is reported elsewhere */
    private static Exp tree(Element cell, boolean tests) {
        String text = text(cell);
        if (text.isEmpty()) {
            return null;
        }
        FeelRules.Read read = tests ? FeelRules.unaryTests(text) : FeelRules.expression(text);
        return read.tree() == null ? null : read.tree().expression();
    }

    private static String text(Element cell) {
        return children(cell, "text").stream()
                .map(ModelFile::text)
                .collect(Collectors.joining())
                .strip();
    }

    private static List<Element> children(Element element, String name) {
        return ModelFile.children(element).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static String listed(Set<String> values) {
        return values.stream().sorted().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
    }

    private void add(Element cell, int rule, Column column, String message, Object... arguments) {
        findings.add(ModelFinding.inCell(file.name(), cell, rule + 1, column.label(), message, arguments));
    }

    private void addRule(int rule, String message, Object... arguments) {
        findings.add(
                new ModelFinding(file.name(), ModelFile.idOf(rules.get(rule).row()), message, arguments));
    }
}
