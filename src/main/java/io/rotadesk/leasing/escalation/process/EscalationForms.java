package io.rotadesk.leasing.escalation.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.escalation.ContactDescription;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/**
 * What the forms of {@code manager-escalation.bpmn} show of a question, and its times and people: the bean {@code
 * escalations} of models.
 */
@ModelBean("escalations")
public class EscalationForms extends EscalationFormsOfEarlierVersions {

    private final Escalations escalations;
    private final Units units;
    private final Agents agents;
    private final List<ContactDescription> descriptions;
    private final EscalationWording texts;

    EscalationForms(
            Escalations escalations,
            Units units,
            Agents agents,
            List<ContactDescription> descriptions,
            EscalationWording texts) {
        this.escalations = escalations;
        this.units = units;
        this.agents = agents;
        this.descriptions = descriptions;
        this.texts = texts;
    }

    @Override
    public EscalationViews.AnswerQuestion answerQuestion(String escalationId) {
        Escalation escalation = escalations.get(escalationId);
        return new EscalationViews.AnswerQuestion(
                escalation.question(), () -> context(escalation), () -> agents.name(escalation.askedBy()));
    }

    @Override
    public EscalationViews.RelayAnswer relayAnswer(String escalationId) {
        Escalation escalation = escalations.get(escalationId);
        return new EscalationViews.RelayAnswer(escalation.question(), () -> context(escalation), escalation.answer());
    }

    /** The unit's managers, as {@code camunda:candidateUsers} takes them; the deputies if there is no manager. */
    public String managers(String unitId) {
        Unit unit = units.get(unitId);
        return String.join(",", unit.managers().isEmpty() ? unit.deputies() : unit.managers());
    }

    public Date answerDue(String escalationId) {
        return Date.from(escalations.answerDue(escalationId));
    }

    public Date remindAt(String escalationId) {
        return Date.from(escalations.remindAt(escalationId));
    }

    public Date deputyAt(String escalationId) {
        return Date.from(escalations.deputyAt(escalationId));
    }

    public Date relayDue(String escalationId) {
        return Date.from(escalations.relayDue(escalationId));
    }

    /** Whether the agent should try once more to reach the customer. */
    public boolean triesLeft(String escalationId) {
        return !escalations.get(escalationId).isClosed();
    }

    private String context(Escalation escalation) {
        UnitClock clock = units.get(escalation.unitId()).clock();
        String asked = texts.get("escalation.askedAt", clock.dayAndTime(escalation.askedAt()));
        return escalation.contact() == null ? asked : asked + "\n\n" + about(escalation);
    }

    /** The person who asked may have typed any call's id: they only see calls that they would find in the register. */
    private String about(Escalation escalation) {
        Contact contact = escalation.contact();
        String asker = escalation.askedBy();
        boolean leads = units.get(escalation.unitId()).ledBy(asker);
        String kind = texts.get("escalation.about." + contact.kind().name().toLowerCase(Locale.ROOT));
        return descriptions.stream()
                .flatMap(description -> description.describe(contact, leads ? null : asker).stream())
                .findFirst()
                .map(described -> kind + " · " + described)
                .orElse(kind + " · " + contact.id());
    }
}
