package io.rotadesk.petition.workday;

/**
 * Why a text with days was not taken.
 *
 * @param line of the text, the first is 1
 * @param field date, kind or name
 * @param reason what is wrong with which value, and what to do
 */
public record CalendarError(int line, String field, String reason) {}
