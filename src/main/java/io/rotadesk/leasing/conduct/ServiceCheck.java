package io.rotadesk.leasing.conduct;

import io.rotadesk.staff.rota.Contact;
import java.time.Instant;
import java.util.Map;

/**
 * One spot check; the values of steps that have not happened yet are null.
 *
 * @param agent the login of the agent who received the visitor
 * @param checkedBy the login of the manager
 * @param marks 1 to 5, where 5 is best; only the points that the manager saw, none before the check
 * @param answer the agent's answer; null or blank if there is none
 * @param readAt the time at which the agent saw it
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
