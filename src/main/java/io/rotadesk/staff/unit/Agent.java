package io.rotadesk.staff.unit;

import java.util.regex.Pattern;

/**
 * Somebody on a unit's roster.
 *
 * @param login the agent's user name
 * @param mobile empty if not known
 * @param extension of the desk phone; empty if there is none
 * @param team "A" or "B"; null at a reception point, and for managers and others who take no turns
 * @param place in the team's order, from 1
 * @param left whether they no longer work here; they are then kept for the records and never offered anything
 */
public record Agent(
        String login,
        String unitId,
        String name,
        String mobile,
        String extension,
        String team,
        int place,
        boolean left) {

    /** The pattern that the process engine accepts for a user id. */
    public static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9]{2,64}");

    public Agent withLeft(boolean hasLeft) {
        return new Agent(login, unitId, name, mobile, extension, team, place, hasLeft);
    }
}
