package io.rotadesk.leasing.visit;

import io.rotadesk.platform.register.Column;
import io.rotadesk.staff.unit.Queue;
import java.time.Instant;

/**
 * The visitor's place in the waiting line.
 *
 * @param queue the queue whose next agent the visitor waits for; null if not in line
 * @param since the time at which the visitor last joined the line
 * @param assignedBy the login of the manager who gave the visitor to an agent; null if nobody did, or it is not known
 */
public record InLine(
        @Column("waiting_for") Queue queue,
        @Column("waiting_since") Instant since,
        @Column("assigned_by") String assignedBy) {

    static final InLine NEVER = new InLine(null, null, null);

    InLine noMore() {
        return new InLine(null, since, assignedBy);
    }

    InLine assignedBy(String manager) {
        return new InLine(queue, since, manager);
    }
}
