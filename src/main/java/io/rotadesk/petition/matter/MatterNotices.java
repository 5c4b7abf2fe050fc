package io.rotadesk.petition.matter;

import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells staff what happens to a matter outside of their tasks: its number, names of staff and times, nothing of a petitioner. */
@Component
class MatterNotices {

    private final Notices notices;
    private final Agents agents;
    private final Units units;
    private final Clock clock;

    MatterNotices(Notices notices, Agents agents, Units units, Clock clock) {
        this.notices = notices;
        this.agents = agents;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Tells the responsible person that the petitioner came again (P2, P6), and the person who received them where the visit went.
     *
     * @param visit the matter that was registered for the visit
     * @param by the login of the person who received the petitioner
     */
    void cameAgain(Matter earlier, Matter visit, String by) {
        String responsible = earlier.responsible();
        if (responsible != null && !responsible.equals(by)) {
            notices.tell(
                    NoticeKind.MATTER_CAME_AGAIN,
                    earlier.unitId(),
                    List.of(responsible),
                    visit.id().value(),
                    page(earlier),
                    earlier.number(),
                    time(earlier),
                    agents.name(by));
        }
        if (by != null) {
            notices.tell(
                    NoticeKind.VISIT_JOINED,
                    visit.unitId(),
                    List.of(by),
                    visit.id().value(),
                    page(earlier),
                    earlier.number(),
                    responsible == null ? "" : agents.name(responsible));
        }
    }

    /**
     * Tells the person who received the petitioner, and the responsible person, who makes the paper, that the matter is final and that
     * the paper is to be handed out.
     */
    void notAcceptedAgain(Matter earlier, Matter visit, String by) {
        notAcceptedAgain(earlier, visit, visit.unitId(), by);
        if (!Objects.equals(by, earlier.responsible())) {
            notAcceptedAgain(earlier, visit, earlier.unitId(), earlier.responsible());
        }
    }

    private void notAcceptedAgain(Matter earlier, Matter visit, String unitId, String login) {
        if (login != null) {
            notices.tell(
                    NoticeKind.VISIT_NOT_ACCEPTED,
                    unitId,
                    List.of(login),
                    visit.id().value(),
                    page(earlier) + "#reviews",
                    earlier.number());
        }
    }

    /**
     * Tells both persons that the leader made another one responsible (P6).
     *
     * @param before the matter as it was
     */
    void responsibleNamed(Matter before, Matter now, String by) {
        String subject = now.id() + "/" + clock.instant().toEpochMilli();
        String leader = agents.name(by);
        notices.tell(
                NoticeKind.MATTER_GIVEN,
                now.unitId(),
                List.of(now.responsible()),
                subject,
                page(now),
                now.number(),
                leader,
                time(now));
        if (before.responsible() != null && !Objects.equals(before.responsible(), by)) {
            notices.tell(
                    NoticeKind.MATTER_TAKEN,
                    now.unitId(),
                    List.of(before.responsible()),
                    subject,
                    page(now),
                    now.number(),
                    leader,
                    agents.name(now.responsible()));
        }
    }

    /** Tells the responsible person that a unit has answered their question (P6). */
    void coordinated(Matter matter, String unitId) {
        if (matter.responsible() != null) {
            notices.tell(
                    NoticeKind.UNIT_ANSWERED,
                    matter.unitId(),
                    List.of(matter.responsible()),
                    matter.id() + "/" + unitId,
                    page(matter),
                    units.get(unitId).name(),
                    matter.number());
        }
    }

    private String time(Matter matter) {
        return units.get(matter.unitId()).clock().time(clock.instant());
    }

    private static String page(Matter matter) {
        return "/desk/matters/" + matter.id();
    }
}
