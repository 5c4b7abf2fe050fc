package io.rotadesk.staff.duty;

/**
 * Published inside the transaction in which something changed that a duty board shows: turns, presence, roles, people.
 *
 * @param unitId null if only the agent is known
 * @param login the agent it is about; null if it is about the unit
 */
public record DutyChanged(String unitId, String login) {

    public static DutyChanged in(String unitId) {
        return new DutyChanged(unitId, null);
    }

    public static DutyChanged of(String login) {
        return new DutyChanged(null, login);
    }
}
