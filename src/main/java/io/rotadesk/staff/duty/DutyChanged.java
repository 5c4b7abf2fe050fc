package io.rotadesk.staff.duty;

/**
 * Published inside a transaction that changes what a duty board shows: turns, presence, roles, people.
 *
 * @param unitId the unit; null if only the agent is known
 * @param login the agent concerned; null if the whole unit is concerned
 */
public record DutyChanged(String unitId, String login) {

    public static DutyChanged in(String unitId) {
        return new DutyChanged(unitId, null);
    }

    public static DutyChanged of(String login) {
        return new DutyChanged(null, login);
    }
}
