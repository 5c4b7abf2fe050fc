package io.rotadesk.staff.duty.morning;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.duty.DutyDay;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The texts about a day; in the product's language unless another is asked for. */
@Component
public class DutyWording extends Words {

    private final DutyDays days;
    private final Units units;

    DutyWording(DutyDays days, Units units, @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/duty");
        this.days = days;
        this.units = units;
    }

    public String of(Finding finding) {
        return of(finding, locale());
    }

    public String of(Finding finding, Locale language) {
        String queue = finding.queue() == null ? "" : get(language, "duty.queue." + finding.queue());
        return switch (finding.kind()) {
            case NOBODY -> get(language, "duty.finding.NOBODY", queue);
            case ONE -> get(language, "duty.finding.ONE", queue, finding.names().get(0));
            case UNEVEN ->
                get(
                        language,
                        "duty.finding.UNEVEN",
                        finding.names().get(0),
                        finding.names().get(1));
            case ROSTER_CHANGED -> get(language, "duty.finding.ROSTER_CHANGED", names(finding.names(), language));
        };
    }

    public String of(DutyDecision decision) {
        return of(decision, locale());
    }

    public String of(DutyDecision decision, Locale language) {
        return get(language, "duty.decision." + decision);
    }

    /** Says what happens when nobody decides in time. */
    public String otherwise(String unitId, DutyDecision decision) {
        boolean calls = kind(unitId).queues().contains(Queue.CALL);
        return get(calls ? "duty.otherwise" : "duty.otherwise.PETITION", of(decision));
    }

    /** The queues with their people in order, one line each. */
    public FormMarkdown arrangement(String unitId, LocalDate day) {
        DutyDay duty = days.on(unitId, day);
        return FormMarkdown.of(kind(unitId).dutyQueues().stream()
                .map(queue -> get(
                        duty.callTeam() == null ? "duty.line.PETITION" : "duty.line",
                        FormMarkdown.arguments(
                                get("duty.queue." + queue),
                                queue == Queue.CALL ? duty.callTeam() : duty.visitTeam(),
                                names(people(duty, queue), locale()))))
                .collect(Collectors.joining("\n")));
    }

    private UnitKind kind(String unitId) {
        return units.get(unitId).kind();
    }

    private List<String> people(DutyDay duty, Queue queue) {
        return duty.order().getOrDefault(queue, List.of()).stream()
                .filter(agent -> !agent.left())
                .map(Agent::name)
                .toList();
    }

    private String names(List<String> names, Locale language) {
        return names.isEmpty() ? get(language, "duty.nobody") : String.join(get(language, "duty.comma"), names);
    }
}
