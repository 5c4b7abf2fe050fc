package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Urging;
import io.rotadesk.petition.matter.Urgings;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.matters.MatterSights.Seen;
import io.rotadesk.web.desk.matters.UrgingView.Line;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the urgings of a matter on its page. */
@Component
class UrgingViews {

    private final Urgings urgings;
    private final MatterSights sights;
    private final Deadlines deadlines;
    private final Agents agents;
    private final Units units;
    private final Clock clock;

    UrgingViews(Urgings urgings, MatterSights sights, Deadlines deadlines, Agents agents, Units units, Clock clock) {
        this.sights = sights;
        this.urgings = urgings;
        this.deadlines = deadlines;
        this.agents = agents;
        this.units = units;
        this.clock = clock;
    }

    /** Whether this urging counts for the next one by the unit, too. */
    private boolean waits(Urging urging, String unit) {
        return urging.isWaiting()
                && !urging.isLate(clock.instant())
                && urging.byUnit().equals(unit);
    }

    @Transactional(readOnly = true)
    public UrgingView of(Seen seen, SignedInUser user) {
        Matter matter = seen.matter();
        List<Urging> all = urgings.of(matter.id());
        Map<String, String> names = agents.named(all.stream()
                .flatMap(one -> Stream.of(one.urgedBy(), one.answeredBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new UrgingView(
                all.stream()
                        .map(one -> new Line(
                                one,
                                names.getOrDefault(one.urgedBy(), one.urgedBy()),
                                units.find(one.byUnit()).map(Unit::name).orElse(one.byUnit()),
                                deadlines.lastDay(matter.unitId(), one.dueAt()),
                                one.isAnswered() ? names.getOrDefault(one.answeredBy(), one.answeredBy()) : null,
                                one.isLate(clock.instant()),
                                one.isWaiting()
                                        && matter.isOpen()
                                        && seen.decides()
                                        && !one.urgedBy().equals(user.login())))
                        .toList(),
                seen.urges()
                        && matter.isOpen()
                        && all.stream().noneMatch(one -> waits(one, sights.urgingUnit(seen, user))),
                deadlines.lastDay(matter.unitId(), deadlines.answer(matter.unitId(), clock.instant())));
    }
}
