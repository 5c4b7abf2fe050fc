package io.rotadesk.staff.duty.morning.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.FormView;
import java.util.function.Supplier;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What the form of {@code daily-duty.bpmn} shows.
 *
 * @param problems the findings about the day
 * @param arrangement the day's roles and orders
 * @param decisionOptions the possible decisions
 * @param otherwise what happens when nobody decides in time
 */
public record DecideDutyView(
        Supplier<FormMarkdown> problems,
        Supplier<FormMarkdown> arrangement,
        Supplier<SpinJsonNode> decisionOptions,
        Supplier<String> otherwise)
        implements FormView {}
