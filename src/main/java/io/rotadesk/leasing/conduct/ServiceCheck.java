package io.rotadesk.leasing.conduct;

import io.rotadesk.staff.rota.Contact;
import java.time.Instant;
import java.util.Map;

/**
 * One spot check; what has not happened yet is null.
 *
 * @param agent login of who received the visitor
 * @param checkedBy login of the manager
 * @param marks 1 to 5, the more the better; only the points that the manager saw, none before the check
 * @param answer what the agent says to it; null or blank when nothing
 * @param readAt when the agent has seen it
 */
public record ServiceCheck(
        String id,
        String unitId,
        Contact contact,
        String agent,
        Instant sampledAt,
        String checkedBy,
        Instant checkedAt,
        Map<ConductPoint, Integer> marks,
        String remarks,
        String answer,
        Instant readAt) {

    public ServiceCheck {
        marks = Map.copyOf(marks);
    }

    public boolean isChecked() {
        return checkedAt != null;
    }
}
