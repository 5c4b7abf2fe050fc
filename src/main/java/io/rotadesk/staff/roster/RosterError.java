package io.rotadesk.staff.roster;

/**
 * A reason why a roster was refused.
 *
 * @param line of the file, where the header is line 1; 0 if the reason concerns the roster as a whole
 * @param column as the file's header names it; empty if the reason concerns the whole line
 * @param reason names the wrong value and says what to do
 */
public record RosterError(int line, String column, String reason) {}
