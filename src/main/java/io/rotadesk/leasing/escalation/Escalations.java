package io.rotadesk.leasing.escalation;

import io.rotadesk.leasing.customer.CallBackSettings;
import io.rotadesk.leasing.escalation.Escalation.RelayOutcome;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.staff.duty.morning.DecisionSettings;
import io.rotadesk.staff.erasing.ContactErased;
import io.rotadesk.staff.reminder.TaskReminded;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of questions to the manager (L3.7). Everything runs in the caller's transaction. */
@Service("escalationRegister")
@Transactional
public class Escalations {

    private final EscalationRows rows;
    private final Units units;
    private final Handbook handbook;
    private final EscalationProcess process;
    private final Clock clock;

    Escalations(EscalationRows rows, Units units, Handbook handbook, EscalationProcess process, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.handbook = handbook;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Sends a question to the unit's manager. The same question about the same contact is sent once, however often the
     * form is submitted.
     *
     * @param contact null if the question is about none
     * @return the id of the escalation
     * @throws IllegalArgumentException if the question is blank
     */
    public String raise(String unitId, String askedBy, Contact contact, String question) {
        String id = newId();
        if (rows.insert(id, unitId, askedBy, contact, text(question), clock.instant())) {
            process.raised(get(id));
            return id;
        }
        return rows.same(unitId, contact, text(question)).orElseThrow();
    }

    /**
     * Enters a question whose process already runs.
     *
     * @return the id of the escalation; empty if the same question about the same contact exists
     */
    public Optional<String> enter(String unitId, String askedBy, Contact contact, String question) {
        String id = newId();
        return rows.insert(id, unitId, askedBy, contact, text(question), clock.instant())
                ? Optional.of(id)
                : Optional.empty();
    }

    public Optional<Escalation> find(String id) {
        return rows.find(id);
    }

    /** @throws NoSuchElementException if there is none */
    public Escalation get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no escalation " + id));
    }

    /** The questions that still wait for an answer, or for the customer to hear it, oldest first. */
    public List<Escalation> openOf(String unitId) {
        return rows.openOf(unitId);
    }

    /** The questions about a call or visit, oldest first. */
    public List<Escalation> of(Contact contact) {
        return rows.of(contact);
    }

    /** Deletes the questions and answers about a contact whose customer is erased. */
    @EventListener
    void erased(ContactErased erased) {
        of(erased.contact()).forEach(escalation -> process.forget(escalation.id()));
        rows.erase(erased.contact());
    }

    /** Records the manager's or the deputy's answer. */
    public void answered(String id, String answer, String answeredBy) {
        rows.answered(id, text(answer), answeredBy, clock.instant());
    }

    /**
     * Adds question and answer to the Q&amp;A handbook, in the name of the person who answered.
     *
     * @return the version of the handbook that has them
     */
    public int addToHandbook(String id) {
        Escalation escalation = get(id);
        int version = handbook.addAnswer(
                escalation.unitId(), escalation.question(), escalation.answer(), escalation.answeredBy());
        rows.inHandbook(id, version);
        return version;
    }

    /** Records that the manager was reminded of a question, or that the deputy was asked too. */
    @EventListener
    void reminded(TaskReminded reminded) {
        if (!reminded.process().equals(AbandonedEscalations.PROCESS)) {
            return;
        }
        if (reminded.kind() == TaskReminded.Kind.REMINDED) {
            rows.reminded(reminded.businessKey(), clock.instant());
        } else if (reminded.kind() == TaskReminded.Kind.DEPUTY_TOLD) {
            rows.deputyTold(reminded.businessKey(), clock.instant());
        }
    }

    /**
     * Records that the agent told the customer, or tried to. The escalation is closed when the customer has the answer
     * or the unit's number of tries is used up.
     *
     * @return the number of tries so far
     */
    public int relayTried(String id, RelayOutcome outcome) {
        Escalation escalation = get(id);
        int tries = escalation.relayTries() + 1;
        boolean closed = outcome == RelayOutcome.RELAYED
                || tries >= settings(escalation).get(CallBackSettings.class).maxTries();
        rows.relayed(id, outcome, tries, clock.instant(), closed);
        return tries;
    }

    /** The time at which the manager's answer is due. */
    public Instant answerDue(String id) {
        Escalation escalation = get(id);
        return escalation
                .askedAt()
                .plus(settings(escalation).get(DecisionSettings.class).answerTime());
    }

    /** The time at which the manager is reminded: after half of the time. */
    public Instant remindAt(String id) {
        Escalation escalation = get(id);
        return escalation
                .askedAt()
                .plus(settings(escalation)
                        .get(DecisionSettings.class)
                        .answerTime()
                        .dividedBy(2));
    }

    /** The time at which the deputy is asked too. */
    public Instant deputyAt(String id) {
        Escalation escalation = get(id);
        return escalation
                .askedAt()
                .plus(settings(escalation).get(EscalationSettings.class).deputyAfter());
    }

    /** The time by which the customer should have the answer: after the same time as any promised call-back. */
    public Instant relayDue(String id) {
        Escalation escalation = get(id);
        return escalation
                .answeredAt()
                .plus(settings(escalation).get(CallBackSettings.class).callBackTime());
    }

    private UnitSettings settings(Escalation escalation) {
        return units.get(escalation.unitId()).settings();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static String text(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new IllegalArgumentException("A question and an answer need a text");
        }
        return typed.strip();
    }
}
