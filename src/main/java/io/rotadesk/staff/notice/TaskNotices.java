package io.rotadesk.staff.notice;

import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Tells people about tasks: one has come to them, or one is late. The notice leads to the task. */
@Component
public class TaskNotices {

    private final Notices notices;
    private final Units units;
    private final Agents agents;
    private final Clock clock;

    TaskNotices(Notices notices, Units units, Agents agents, Clock clock) {
        this.notices = notices;
        this.units = units;
        this.agents = agents;
        this.clock = clock;
    }

    /** A task that people must see at once has come to them. */
    public void comes(NoticeKind kind, String unitId, Collection<String> logins, String task, String name) {
        notices.tell(kind, unitId, logins, task, TaskLink.to(task), now(unitId), name);
    }

    /**
     * A task is late.
     *
     * @param assignee the person who has it; null if nobody does
     */
    public void late(String unitId, Collection<String> logins, String task, String name, String assignee) {
        String person = assignee == null ? "" : agents.name(assignee);
        notices.tell(NoticeKind.TASK_LATE, unitId, logins, task, TaskLink.to(task), now(unitId), name, person);
    }

    /** The task has ended: nobody needs to act any more. */
    public void over(String unitId, String task) {
        notices.settle(unitId, task);
    }

    private String now(String unitId) {
        return units.get(unitId).clock().time(clock.instant());
    }
}
