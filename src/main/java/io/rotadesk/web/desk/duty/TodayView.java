package io.rotadesk.web.desk.duty;

import java.time.Instant;
import java.util.List;

/**
 * What became of today's announcement.
 *
 * @param begunAt when it was announced; null if the day has not begun
 * @param told how many were told
 * @param seen how many have read it
 * @param unread names of those who have not
 * @param problems what the manager has to decide, in words; empty if nothing
 * @param decision what was decided, in words; null if nothing
 * @param decidedBy name; null if the time for it ran out
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
