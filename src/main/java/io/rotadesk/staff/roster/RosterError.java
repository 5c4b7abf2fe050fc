package io.rotadesk.staff.roster;

/**
 * Why a roster was not taken.
 *
 * @param line of the file, the header is line 1; 0 if it is about the roster as a whole
 * @param column as the file's header names it; empty if it is about the whole line
 * @param reason what is wrong with which value, and what to do
 */
public record RosterError(int line, String column, String reason) {}
