package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Urging;
import java.time.LocalDate;
import java.util.List;

/**
 * The urgings on a matter's page.
 *
 * @param mayUrge whether the viewer may urge now
 * @param due the last day for an answer, unless the leader chooses another
 */
record UrgingView(List<Line> lines, boolean mayUrge, LocalDate due) {

    /**
     * @param by the name of the leader who urged
     * @param unit the name of their unit
     * @param due the last day for the answer
     * @param answeredBy the name of the person who answered; null if nobody did
     * @param mayAnswer whether the viewer may answer now
     */
    record Line(
            Urging urging, String by, String unit, LocalDate due, String answeredBy, boolean late, boolean mayAnswer) {}

    public boolean isEmpty() {
        return lines.isEmpty() && !mayUrge;
    }
}
