package io.rotadesk.leasing.conduct.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.conduct.ConductPoint;
import io.rotadesk.leasing.conduct.ServiceCheck;
import io.rotadesk.leasing.conduct.ServiceChecks;
import io.rotadesk.leasing.escalation.ContactDescription;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the forms of {@code service-check.bpmn} show of a spot check, and its times and people: the bean {@code serviceChecks}
 * of models.
 */
@ModelBean("serviceChecks")
public class CheckForms extends CheckFormsOfEarlierVersions {

    private final ServiceChecks checks;
    private final Units units;
    private final Agents agents;
    private final List<ContactDescription> descriptions;
    private final CheckWording texts;

    CheckForms(
            ServiceChecks checks,
            Units units,
            Agents agents,
            List<ContactDescription> descriptions,
            CheckWording texts) {
        this.checks = checks;
        this.units = units;
        this.agents = agents;
        this.descriptions = descriptions;
        this.texts = texts;
    }

    /**
     * The people who check, as {@code camunda:candidateUsers} takes them: the unit's managers, or its deputies if there
     * is no manager; nobody marks themselves if somebody else can.
     */
    public String managers(String checkId) {
        ServiceCheck check = checks.get(checkId);
        Unit unit = units.get(check.unitId());
        return List.of(
                        without(unit.managers(), check.agent()),
                        without(unit.deputies(), check.agent()),
                        unit.managers())
                .stream()
                .filter(logins -> !logins.isEmpty())
                .findFirst()
                .map(logins -> String.join(",", logins))
                .orElse("");
    }

    @Override
    public CheckViews.CheckService checkService(String checkId) {
        ServiceCheck check = checks.get(checkId);
        return new CheckViews.CheckService(() -> receptionLine(check));
    }

    @Override
    public CheckViews.AnswerCheck answerCheck(String checkId) {
        ServiceCheck check = checks.get(checkId);
        return new CheckViews.AnswerCheck(
                () -> receptionLine(check),
                () -> name(check.checkedBy()),
                marks(check),
                check.remarks() == null ? "—" : check.remarks());
    }

    private String receptionLine(ServiceCheck check) {
        UnitClock clock = units.get(check.unitId()).clock();
        String visitor = descriptions.stream()
                .flatMap(description -> description.describe(check.contact(), null).stream())
                .findFirst()
                .orElse(check.contact().id());
        return texts.get("conduct.reception", name(check.agent()), visitor, clock.dayAndTime(check.sampledAt()));
    }

    private FormMarkdown marks(ServiceCheck check) {
        return FormMarkdown.of(Arrays.stream(ConductPoint.values())
                .map(point -> "- " + texts.get("conduct.point." + point.field()) + "  "
                        + mark(check.marks().get(point)))
                .collect(Collectors.joining("\n")));
    }

    public Date due(String checkId) {
        return Date.from(checks.due(checkId));
    }

    public Date readDue(String checkId) {
        return Date.from(checks.readDue(checkId));
    }

    public Date tellAt(String checkId) {
        return Date.from(checks.tellAt(checkId));
    }

    private String mark(Integer mark) {
        return mark == null ? texts.get("conduct.notSeen") : "**" + mark + "** " + texts.get("conduct.mark." + mark);
    }

    private String name(String login) {
        return agents.name(login);
    }

    private static List<String> without(List<String> logins, String login) {
        return logins.stream().filter(other -> !other.equals(login)).toList();
    }
}
