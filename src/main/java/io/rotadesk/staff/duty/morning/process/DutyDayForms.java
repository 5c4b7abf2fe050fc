package io.rotadesk.staff.duty.morning.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.staff.duty.morning.DecisionSettings;
import io.rotadesk.staff.duty.morning.DutyDecision;
import io.rotadesk.staff.duty.morning.DutyMornings;
import io.rotadesk.staff.duty.morning.DutyWording;
import io.rotadesk.staff.duty.morning.Finding;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.spin.Spin;

/** What the form of {@code daily-duty.bpmn} shows, and its times and people: the bean {@code dutyDay} of models. Days are ISO dates. */
@ModelBean("dutyDay")
public class DutyDayForms extends DutyDayFormsOfEarlierVersions {

    private static final Map<DutyDecision, String> CODES = Map.of(
            DutyDecision.GO_ON, "goOn",
            DutyDecision.SWAP, "swap",
            DutyDecision.EVERYBODY, "everybody",
            DutyDecision.TAKE_ROSTER, "takeRoster",
            DutyDecision.CLOSE, "close");

    private final DutyMornings mornings;
    private final DutyWording words;
    private final Units units;
    private final Clock clock;

    DutyDayForms(DutyMornings mornings, DutyWording words, Units units, Clock clock) {
        this.mornings = mornings;
        this.words = words;
        this.units = units;
        this.clock = clock;
    }

    static DutyDecision decision(String code) {
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No decision about a day is called '" + code + "'"));
    }

    /** The time at which the day begins, in the unit's time zone. */
    public Date beginsAt(String unitId, String day) {
        return Date.from(mornings.beginsAt(unitId, LocalDate.parse(day)));
    }

    /** The time at which the next day begins. */
    public Date nextMorning(String unitId) {
        return Date.from(mornings.nextMorning(unitId));
    }

    /** The unit's managers, as {@code camunda:candidateUsers} takes them; the deputies where there is no manager. */
    public String managers(String unitId) {
        Unit unit = units.get(unitId);
        return String.join(",", unit.managers().isEmpty() ? unit.deputies() : unit.managers());
    }

    /** The time at which the decision is due: after the same time as any other answer of the manager. */
    public Date decisionDue(String unitId) {
        return Date.from(clock.instant().plus(answerTime(unitId)));
    }

    /**
     * The time at which the default applies without a decision: after twice the time, but before the next day begins.
     */
    public Date decisionOver(String unitId) {
        Instant over = clock.instant().plus(answerTime(unitId).multipliedBy(2));
        Instant morning = mornings.nextMorning(unitId);
        return Date.from(over.isBefore(morning) ? over : morning);
    }

    /** What {@code decide-duty} shows: the day as it is now. */
    @Override
    public DecideDutyView decideDuty(String unitId, String day) {
        return new DecideDutyView(
                () -> FormMarkdown.of(found(unitId, day).stream()
                        .map(finding -> "- " + FormMarkdown.text(words.of(finding)))
                        .collect(Collectors.joining("\n"))),
                () -> words.arrangement(unitId, LocalDate.parse(day)),
                () -> Spin.JSON(choices(unitId, day).stream()
                        .map(choice -> Map.of("value", CODES.get(choice), "label", words.of(choice)))
                        .toList()),
                () -> words.otherwise(unitId, choices(unitId, day).get(0)));
    }

    private List<DutyDecision> choices(String unitId, String day) {
        return mornings.choices(unitId, found(unitId, day));
    }

    private List<Finding> found(String unitId, String day) {
        return mornings.toDecide(unitId, LocalDate.parse(day));
    }

    private Duration answerTime(String unitId) {
        return units.get(unitId).settings().get(DecisionSettings.class).answerTime();
    }
}
