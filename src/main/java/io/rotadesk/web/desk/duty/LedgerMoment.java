package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.unit.Queue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a contact at one moment.
 *
 * @param lines in the order in which it happened
 */
public record LedgerMoment(long decision, Contact contact, Queue queue, Instant at, List<Line> lines) {

    /** @param style turn, taken, missed, restored or plain */
    public record Line(String style, String sentence, String login) {}

    static LedgerMoment beginningWith(LedgerEntry entry) {
        return new LedgerMoment(entry.decision(), entry.contact(), entry.queue(), entry.at(), new ArrayList<>());
    }

    boolean belongsTo(LedgerEntry entry) {
        return decision == entry.decision() && at.equals(entry.at());
    }

    boolean isAbout(String login) {
        return lines.stream().anyMatch(line -> login.equals(line.login()));
    }
}
