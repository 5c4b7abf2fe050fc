package io.rotadesk.staff.roster;

/**
 * One line of a roster file, each value checked by itself.
 *
 * @param team "A", "B", {@link #NO_TEAM}, or null if the file does not say
 * @param place null if the file does not say
 * @param left null if the file does not say
 * @param mobile null if the file has no such column
 * @param extension null if the file has no such column
 */
record RosterRow(
        int line,
        String login,
        String name,
        String mobile,
        String extension,
        String team,
        Integer place,
        Boolean left) {

    static final String NO_TEAM = "-";
}
