package io.rotadesk.leasing.escalation;

import io.rotadesk.engine.Collisions;
import io.rotadesk.engine.RefusedException;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person answers a question without opening the manager's form (L3.7). */
@Service
public class EscalationAnswers {

    /**
     * The outcome.
     *
     * @param given false if the question did not change
     * @param escalation as it is then: with the answer of the person who was first
     * @param refused why the person, or the form, does not allow it, in the reader's language; null if it did
     */
    public record Outcome(boolean given, Escalation escalation, String refused) {}

    private final EscalationRows rows;
    private final EscalationProcess process;
    private final Collisions collisions;
    private final TransactionTemplate transaction;

    EscalationAnswers(
            EscalationRows rows,
            EscalationProcess process,
            Collisions collisions,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.process = process;
        this.collisions = collisions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Answers the question, by the same task and the same rules as the manager's form. The person must be known to the
     * engine. Of two persons at the same time the first one counts.
     *
     * @param toHandbook whether question and answer go into the handbook too
     * @param by the login of the person
     * @throws NoSuchElementException if there is no such question
     */
    public Outcome answer(String id, String answer, boolean toHandbook, String by) {
        try {
            boolean given = collisions.again(
                    () -> transaction.execute(status -> answerIfNobodyHas(id, answer, toHandbook, by)));
            return new Outcome(given, get(id), null);
        } catch (RefusedException e) {
            return new Outcome(false, get(id), e.getMessage());
        }
    }

    private boolean answerIfNobodyHas(String id, String answer, boolean toHandbook, String by) {
        Escalation escalation =
                rows.hold(id).orElseThrow(() -> new NoSuchElementException("There is no escalation " + id));
        return !escalation.isAnswered() && !escalation.isClosed() && process.answer(escalation, answer, toHandbook, by);
    }

    private Escalation get(String id) {
        return rows.find(id).orElseThrow(() -> new NoSuchElementException("There is no escalation " + id));
    }
}
