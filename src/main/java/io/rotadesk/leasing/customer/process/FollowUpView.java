package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.FormView;
import io.rotadesk.engine.models.Fields;
import java.util.function.Supplier;

/**
 * What the form of {@code customer-follow-up.bpmn} shows.
 *
 * @param customerLine the customer's name and how to reach them
 * @param validityLine the last valid day
 * @param lastLine the last contact in any register, and its notes
 * @param triesLine the number of tries, and the remarks
 */
@FormView.Entries({Fields.OUTCOME, Fields.REMARKS})
public record FollowUpView(
        Supplier<FormMarkdown> customerLine,
        Supplier<String> validityLine,
        Supplier<String> lastLine,
        Supplier<String> triesLine)
        implements FormView {}
