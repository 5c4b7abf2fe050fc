package io.rotadesk.staff.duty.morning.process;

import io.rotadesk.engine.FormMarkdown;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The values one by one, as models of earlier versions name them, whose days may still be under way. A model of today has the
 * view of the form instead.
 */
public abstract class DutyDayFormsOfEarlierVersions {

    public abstract DecideDutyView decideDuty(String unitId, String day);

    public FormMarkdown problems(String unitId, String day) {
        return decideDuty(unitId, day).problems().get();
    }

    public FormMarkdown arrangement(String unitId, String day) {
        return decideDuty(unitId, day).arrangement().get();
    }

    public SpinJsonNode decisionOptions(String unitId, String day) {
        return decideDuty(unitId, day).decisionOptions().get();
    }

    public String otherwise(String unitId, String day) {
        return decideDuty(unitId, day).otherwise().get();
    }
}
