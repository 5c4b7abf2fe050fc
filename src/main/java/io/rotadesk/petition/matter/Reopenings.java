package io.rotadesk.petition.matter;

import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reopens closed matters until the end of the time for a review; how they ended before stays on record. The person who was responsible is
 * responsible again.
 */
@Service
@Transactional
public class Reopenings {

    private final MatterRows rows;
    private final MatterRounds rounds;
    private final MatterTimeline timeline;
    private final Deadlines deadlines;
    private final Agents agents;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reopenings(
            MatterRows rows,
            MatterRounds rounds,
            MatterTimeline timeline,
            Deadlines deadlines,
            Agents agents,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rounds = rounds;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.agents = agents;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The petitioner came back with it. If the responsible person has left, it is the person who received the petitioner now, and
     * their unit.
     */
    Matter afterVisit(Matter earlier, Matter visit, String by) {
        boolean stays = stays(earlier);
        Matter reopened = reopen(
                earlier,
                visit.statement(),
                stays ? earlier.unitId() : visit.unitId(),
                stays ? earlier.responsible() : by);
        timeline.add(reopened, TimelineKind.REOPENED, by, visit.account());
        return reopened;
    }

    /**
     * The level above has decided that its unit handles it again. If the responsible person has left, a leader of the unit is
     * responsible until they name somebody.
     *
     * @param why for the timeline
     * @throws io.rotadesk.platform.register.WrongStateException if it is not closed
     */
    public Matter ordered(MatterId matterId, String by, String why) {
        Matter closed = rows.hold(matterId);
        Matter reopened = reopen(
                closed, closed.statement(), closed.unitId(), stays(closed) ? closed.responsible() : leader(closed));
        timeline.add(reopened, TimelineKind.REOPENED, by, why);
        events.publishEvent(new MatterReopened(reopened));
        return reopened;
    }

    private Matter reopen(Matter closed, Statement said, String unitId, String responsible) {
        Instant now = clock.instant();
        String profile = closed.statement().gradedAgain(said).profile();
        Matter after = closed.reopens(unitId, responsible, said, deadlines.review(unitId, profile, now), now);
        rounds.keep(closed);
        Matter reopened = rows.save(closed, after);
        rows.involve(reopened, unitId);
        return reopened;
    }

    private boolean stays(Matter matter) {
        return agents.find(matter.responsible())
                .filter(agent -> !agent.left() && agent.unitId().equals(matter.unitId()))
                .isPresent();
    }

    private String leader(Matter matter) {
        Unit unit = units.get(matter.unitId());
        return Stream.concat(unit.managers().stream(), unit.deputies().stream())
                .findFirst()
                .orElse(matter.responsible());
    }
}
