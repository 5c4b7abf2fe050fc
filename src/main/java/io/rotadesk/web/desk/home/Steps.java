package io.rotadesk.web.desk.home;

import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.engine.models.VisitReception;
import java.time.Instant;
import java.util.Set;

/** The steps of the models that the page speaks of in words of its own; a step that it does not know is shown by its name. */
final class Steps {

    /** What happens while somebody is on the line. */
    static final Set<String> OF_A_TALK = Set.of(
            CallHandling.Task.ASK_CALLER,
            CallHandling.Task.HOLD_CALLER,
            CallHandling.Task.TAKE_OVER_CALL,
            CallHandling.Task.COVER_CALL);

    /** Their time limit is that of a ring: the model goes on by itself. */
    private static final Set<String> RINGS = Set.of(
            CallHandling.Task.PICK_UP_CALL,
            CallHandling.Task.HOLD_CALLER,
            CallHandling.Task.TAKE_OVER_CALL,
            VisitReception.Task.GREET_VISITOR,
            VisitReception.Task.RECEIVE_VISITOR);

    /** The page has a place of its own for each of these. */
    private static final Set<String> OF_LEADERS = Set.of(
            CallHandling.Task.ASSIGN_CALL,
            VisitReception.Task.ASSIGN_VISITOR,
            ManagerEscalation.Task.ANSWER_QUESTION,
            OwnershipDispute.Task.DECIDE_OWNERSHIP);

    private Steps() {}

    /** Whether somebody has the task and its time is over. */
    static boolean isLate(UnitTask task, Instant now) {
        return task.assignee() != null
                && task.isLate(now)
                && !RINGS.contains(task.step())
                && !OF_LEADERS.contains(task.step());
    }

    /** Whether it is a task of the viewer that stands nowhere else on the page. */
    static boolean isOther(UnitTask task, Instant now) {
        return task.theirs()
                && !isLate(task, now)
                && !RINGS.contains(task.step())
                && !OF_A_TALK.contains(task.step())
                && !OF_LEADERS.contains(task.step());
    }

    /** A part of the keys of messages: what kind of work is late. */
    static String kind(UnitTask task) {
        return switch (task.step()) {
            case VisitReception.Task.MEET_VISITOR -> "meeting";
            case VisitReception.Task.HAND_BACK, VisitReception.Task.ACKNOWLEDGE_HAND_BACK -> "handBack";
            case CallHandling.Task.REGISTER_CALL, VisitReception.Task.REGISTER_VISIT -> "register";
            case CallHandling.Task.CALL_BACK,
                    CallHandling.Task.RETURN_MISSED_CALL,
                    ManagerEscalation.Task.RELAY_ANSWER -> "callBack";
            default -> "other";
        };
    }
}
