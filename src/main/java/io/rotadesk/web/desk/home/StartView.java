package io.rotadesk.web.desk.home;

import java.time.LocalDate;
import java.util.List;

/**
 * What waits for a reception point's leader, in figures, with the way to each.
 *
 * @param urgings what the unit is urged to answer for, the first due first
 */
record StartView(List<Figure> figures, List<UrgingItem> urgings) {

    /**
     * @param key a part of the keys of messages
     * @param address where the leader finds what is counted
     * @param urgent whether it is bad if there are any
     */
    record Figure(String key, int count, String address, boolean urgent) {}

    /**
     * An urging that waits for the unit's answer.
     *
     * @param matter the matter's id
     * @param number the matter's number
     * @param by the name of the leader who urges
     * @param due the last day for the answer
     */
    record UrgingItem(long id, String matter, String number, String by, LocalDate due, boolean late) {}
}
