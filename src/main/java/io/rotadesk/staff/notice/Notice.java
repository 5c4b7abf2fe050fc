package io.rotadesk.staff.notice;

import java.time.Instant;
import java.util.List;

/**
 * What one person is told.
 *
 * @param unitId the unit that it concerns
 * @param login the person
 * @param subject the id of the entry or task that it is about; with the kind it names one thing in the unit
 * @param words what {@link NoticeWording} puts into the sentence: names of staff, times, the last digits of a number;
 *     nothing else of a customer
 * @param link the address of the page where the person can act, from the root of the application; null if there is none
 * @param readAt null as long as the person has not read it
 * @param settledAt when nobody needed to act any more; null before
 */
public record Notice(
        long id,
        String unitId,
        String login,
        NoticeKind kind,
        String subject,
        List<String> words,
        String link,
        Instant at,
        Instant readAt,
        Instant settledAt) {

    public Notice {
        words = List.copyOf(words);
    }
}
