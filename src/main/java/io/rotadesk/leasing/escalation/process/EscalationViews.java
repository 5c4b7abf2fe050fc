package io.rotadesk.leasing.escalation.process;

import io.rotadesk.engine.FormView;
import io.rotadesk.engine.models.Fields;
import java.util.function.Supplier;

/**
 * What the forms of {@code manager-escalation.bpmn} show, one view for each. In both {@code context} is the time of the
 * question and the person it is about: the manager has to know it, and the agent needs it to call back.
 */
public final class EscalationViews {

    private EscalationViews() {}

    @FormView.Entries(Fields.ANSWER)
    public record AnswerQuestion(String question, Supplier<String> context, Supplier<String> askedByName)
            implements FormView {}

    @FormView.Entries(Fields.OUTCOME)
    public record RelayAnswer(String question, Supplier<String> context, String answer) implements FormView {}
}
