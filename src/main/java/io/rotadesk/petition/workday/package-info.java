/**
 * The working days of a petition unit and the time it has for its matters (P4): settings, public holidays and days
 * worked instead, each inherited from the units above, and the deadlines that follow from them.
 *
 * <p>{@link io.rotadesk.petition.workday.Deadlines} is the entry point for code that needs a deadline, {@link
 * io.rotadesk.petition.workday.WorkdayCalendar} for code that counts working days.
 */
package io.rotadesk.petition.workday;
