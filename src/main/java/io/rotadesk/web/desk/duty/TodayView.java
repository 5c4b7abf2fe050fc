package io.rotadesk.web.desk.duty;

import java.time.Instant;
import java.util.List;

/**
 * The state of today's announcement.
 *
 * @param begunAt the time of the announcement; null if the day has not begun
 * @param told how many people were told
 * @param seen how many have read it
 * @param unread names of those who have not
 * @param problems the findings that the manager has to decide on, in words; empty if none
 * @param decision the decision, in words; null if none
 * @param decidedBy the decider's name; null if the time for it ran out
 */
record TodayView(
        Instant begunAt,
        int told,
        long seen,
        List<String> unread,
        List<String> problems,
        String decision,
        String decidedBy,
        Instant decidedAt) {}
