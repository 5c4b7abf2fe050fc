package io.rotadesk.leasing.conduct.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.FormView;
import io.rotadesk.engine.models.Fields;
import java.util.function.Supplier;

/**
 * What the forms of {@code service-check.bpmn} show, one view for each. In both {@code receptionLine} is the agent, the
 * visitor and the time of the reception.
 */
public final class CheckViews {

    private CheckViews() {}

    @FormView.Entries({
        Fields.SMILE,
        Fields.KINDNESS,
        Fields.WARMTH,
        Fields.RESPECT,
        Fields.CROSSED_LEGS,
        Fields.SHAKING_LEGS,
        Fields.SPINNING_PEN,
        Fields.REMARKS
    })
    public record CheckService(Supplier<String> receptionLine) implements FormView {}

    /**
     * @param marks the marks as a list, including points that were not seen
     * @param remarks the manager's text; a dash if there is none
     */
    @FormView.Entries(Fields.ANSWER)
    public record AnswerCheck(
            Supplier<String> receptionLine, Supplier<String> checkedByName, FormMarkdown marks, String remarks)
            implements FormView {}
}
