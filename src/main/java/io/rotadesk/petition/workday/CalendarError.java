package io.rotadesk.petition.workday;

/**
 * A reason why a text with days was refused.
 *
 * @param line the line of the text, from 1
 * @param field date, kind or name
 * @param reason names the wrong value and says what to do
 */
public record CalendarError(int line, String field, String reason) {}
