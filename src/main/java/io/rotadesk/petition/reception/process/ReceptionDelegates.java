package io.rotadesk.petition.reception.process;

import static io.rotadesk.petition.reception.process.PetitionVariables.CALLS;
import static io.rotadesk.petition.reception.process.PetitionVariables.STAFF;
import static io.rotadesk.petition.reception.process.PetitionVariables.TICKET_ID;
import static io.rotadesk.petition.reception.process.PetitionVariables.ticket;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.DecisionContract;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Decisions;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Identities.Typed;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.ReceptionSteps;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.staff.unit.Units;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code petition-reception.bpmn} until somebody listens (P3). */
@Configuration(proxyBeanMethods = false)
class ReceptionDelegates {

    /** Fields of the start form whose values leave the process at once. */
    private static final List<String> PERSONAL = List.of(
            Fields.PETITIONER_NAME,
            Fields.PETITIONER_PHONE,
            Fields.ANONYMOUS,
            Fields.PETITIONER_KIND,
            Fields.ID_NUMBER,
            Fields.ADDRESS,
            Fields.REPRESENTATIVES,
            Fields.APPOINTMENT_AT,
            Fields.MATTER_SUMMARY,
            Fields.EARLIER_MATTER,
            Fields.AGREES_TO_MESSAGES);

    @Bean
    ProcessVariables petitionVariables() {
        return PetitionVariables.DECLARED;
    }

    @Bean
    DecisionContract largeScaleEvent() {
        return DecisionContract.of(Decisions.LARGE_SCALE_EVENT, "largeScale");
    }

    @Bean
    DecisionContract petitionTriage() {
        return DecisionContract.of(Decisions.PETITION_TRIAGE, "route");
    }

    @Bean
    ModelKey ticketKey(ObjectProvider<Tickets> tickets) {
        return ModelKey.ofUnit(
                "ticketId", id -> tickets.getObject().find(new TicketId(id)).map(Ticket::unitId));
    }

    @Bean
    ModelKey matterKey(ObjectProvider<Matters> matters) {
        return new ModelKey(
                Set.of("matterId"), (id, unit) -> matters.getObject().concerns(new MatterId(id), unit));
    }

    /** A petitioner who is registered by hand gets an id here. */
    @Bean
    @ModelBean("registerPetitioner")
    JavaDelegate registerPetitioner(
            Petitions petitions, Identities identities, Units units, Actor actor, ReceptionWording texts) {
        return execution -> {
            String unitId = execution.getTenantId();
            ZoneId zone = units.find(unitId).map(unit -> unit.settings().zone()).orElse(ZoneId.systemDefault());
            PetitionAnnouncement announced = announcement(execution, zone);
            Typed identity = identity(execution);
            PERSONAL.forEach(execution::removeVariable);
            Ticket ticket = texts.orRefused(() -> {
                identities.check(unitId, identity, announced.anonymous());
                Ticket registered = petitions.registered(
                        new TicketId(UUID.randomUUID().toString()),
                        unitId,
                        announced,
                        actor.login().orElse(null));
                identities.save(registered.matterId(), identity);
                return registered;
            });
            TICKET_ID.set(execution, ticket.id().value());
            PetitionVariables.MATTER_ID.set(execution, ticket.matterId().value());
            PetitionVariables.UNIT_ID.set(execution, unitId);
            PetitionVariables.APPOINTMENT.set(execution, ticket.byAppointment());
            PetitionVariables.GROUP_SIZE.set(execution, (long) ticket.groupSize());
            PetitionVariables.DESTINATION.set(execution, announced.destination());
            execution.setProcessBusinessKey(ticket.id().value());
        };
    }

    private static PetitionAnnouncement announcement(DelegateExecution execution, ZoneId zone) {
        SubmittedForm form = new SubmittedForm(execution);
        return new PetitionAnnouncement(
                form.text(Fields.PETITIONER_NAME),
                form.text(Fields.PETITIONER_PHONE),
                form.ticked(Fields.ANONYMOUS),
                wholeNumber(form.number(Fields.GROUP_SIZE)),
                form.time(Fields.APPOINTMENT_AT, zone),
                form.text(Fields.MATTER_SUMMARY),
                form.text(Fields.EARLIER_MATTER),
                form.text(Fields.DESTINATION),
                form.ticked(Fields.AGREES_TO_MESSAGES));
    }

    private static Typed identity(DelegateExecution execution) {
        SubmittedForm form = new SubmittedForm(execution);
        return new Typed(
                form.text(Fields.PETITIONER_KIND),
                form.text(Fields.ID_NUMBER),
                form.text(Fields.ADDRESS),
                form.text(Fields.REPRESENTATIVES));
    }

    /** @return one if there is no number; zero if it is invalid, which is then refused */
    private static int wholeNumber(BigDecimal number) {
        if (number == null) {
            return 1;
        }
        return number.stripTrailingZeros().scale() > 0 ? 0 : number.intValue();
    }

    @Bean
    @ModelBean("offerPetitioner")
    JavaDelegate offerPetitioner(ReceptionSteps steps) {
        return execution -> STAFF.set(execution, steps.offer(ticket(execution)).orElse(null));
    }

    @Bean
    @ModelBean("recordCallMiss")
    JavaDelegate recordCallMiss(ReceptionSteps steps) {
        return execution -> steps.callMissed(ticket(execution), STAFF.get(execution));
    }

    @Bean
    @ModelBean("recordNotThere")
    JavaDelegate recordNotThere(ReceptionSteps steps) {
        return execution -> {
            int calls = steps.notThere(ticket(execution), STAFF.get(execution));
            CALLS.set(execution, (long) calls);
            STAFF.set(execution, null);
        };
    }

    @Bean
    @ModelBean("closePetitionNoShow")
    JavaDelegate closePetitionNoShow(ReceptionSteps steps) {
        return execution -> steps.noShow(ticket(execution));
    }

    @Bean
    @ModelBean("closeCancelled")
    JavaDelegate closeCancelled(ReceptionSteps steps) {
        return execution -> steps.cancelled(ticket(execution));
    }

    @Bean
    @ModelBean("recordLeft")
    JavaDelegate recordLeft(ReceptionSteps steps) {
        return execution -> steps.left(ticket(execution));
    }

    @Bean
    @ModelBean("tellLeaderWaiting")
    JavaDelegate tellLeaderWaiting(ReceptionSteps steps) {
        return execution -> steps.leaderTold(ticket(execution));
    }
}
