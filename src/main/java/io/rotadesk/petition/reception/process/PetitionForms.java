package io.rotadesk.petition.reception.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.matter.EarlierMatter;
import io.rotadesk.petition.matter.EarlierMatters;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Identity;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.ReceptionSteps;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The values for the forms and timers of {@code petition-reception.bpmn} before a matter is handled, as {@code
 * ${petitions...}} in the model. All methods take the process variable {@code ticketId}.
 */
@ModelBean("petitions")
public class PetitionForms {

    private final Tickets tickets;
    private final ReceptionSteps steps;
    private final Matters matters;
    private final EarlierMatters earlierMatters;
    private final Identities identities;
    private final PetitionSettingsStore settings;
    private final TicketWording wording;
    private final Clock clock;

    PetitionForms(
            Tickets tickets,
            ReceptionSteps steps,
            Matters matters,
            EarlierMatters earlierMatters,
            Identities identities,
            PetitionSettingsStore settings,
            TicketWording wording,
            Clock clock) {
        this.tickets = tickets;
        this.steps = steps;
        this.matters = matters;
        this.earlierMatters = earlierMatters;
        this.identities = identities;
        this.settings = settings;
        this.wording = wording;
        this.clock = clock;
    }

    /** The unit to which the petitioner came. */
    public String unit(String ticketId) {
        return ticket(ticketId).unitId();
    }

    /** The time of the appointment. */
    public Date appointmentTime(String ticketId) {
        return Date.from(ticket(ticketId).standing().appointmentAt());
    }

    /** The time at which the leader is told that the petitioner waits too long. */
    public Date waitUntil(String ticketId) {
        Ticket ticket = ticket(ticketId);
        Instant since = Optional.ofNullable(ticket.standing().waitsFrom()).orElseGet(clock::instant);
        return Date.from(since.plus(settings.of(ticket.unitId()).waitTime()));
    }

    /** The time by which the staff has to call. */
    public Date callUntil(String ticketId) {
        return Date.from(ticket(ticketId).hearing().callUntil());
    }

    /** The time at which a petitioner who did not come is called again. */
    public Date recallAt(String ticketId) {
        return Date.from(ticket(ticketId).standing().placeAt());
    }

    /** Whether a petitioner who did not come is called again. */
    public boolean callAgain(String ticketId) {
        return steps.calledAgain(new TicketId(ticketId));
    }

    /** The number, and how the petitioner comes: by appointment, or when. */
    public String ticketLine(String ticketId) {
        return wording.ticket(ticket(ticketId));
    }

    /** The petitioner: name, number, and the size of the group. */
    public String petitionerLine(String ticketId) {
        return wording.petitioner(matter(ticketId));
    }

    /**
     * Earlier matters, each with what it was recognised by: its number, the identity, the phone number or the name; also a
     * sentence if there are none.
     */
    public String earlierLines(String ticketId) {
        return wording.earlier(matter(ticketId));
    }

    /** The rules for receiving petitioners (P2). */
    public String conduct(String ticketId) {
        return wording.conduct();
    }

    public String petitionerName(String ticketId) {
        return matter(ticketId).petitionerName();
    }

    public String petitionerPhone(String ticketId) {
        return Optional.ofNullable(matter(ticketId).petitionerPhone())
                .map(PhoneNumbers::readable)
                .orElse(null);
    }

    public boolean anonymous(String ticketId) {
        return matter(ticketId).anonymous();
    }

    public String petitionerKind(String ticketId) {
        return identity(ticketId).kind().name();
    }

    /** The end of the number; sent back as it is, the number stays. */
    public String idNumber(String ticketId) {
        return identity(ticketId).maskedNumber().orElse(null);
    }

    public String address(String ticketId) {
        return identity(ticketId).address();
    }

    /** The names of those who speak for a group, one a line. */
    public String representatives(String ticketId) {
        List<String> names = identity(ticketId).representatives();
        return names.isEmpty() ? null : String.join("\n", names);
    }

    private Identity identity(String ticketId) {
        return identities.of(ticket(ticketId).matterId());
    }

    public long groupSize(String ticketId) {
        return matter(ticketId).groupSize();
    }

    public String destination(String ticketId) {
        return matter(ticketId).destination();
    }

    public String matterSummary(String ticketId) {
        return matter(ticketId).summary();
    }

    /**
     * The number of the earlier matter that was named at registration, or of the only one of the same petitioner. A name alone is no
     * proof.
     */
    public String earlierMatter(String ticketId) {
        List<EarlierMatter> found = earlierMatters.of(matter(ticketId), 2).stream()
                .filter(EarlierMatter::isOfSamePetitioner)
                .toList();
        boolean sure = !found.isEmpty() && (found.size() == 1 || found.get(0).by() == EarlierMatter.Sign.NUMBER);
        return sure ? found.get(0).matter().number() : null;
    }

    /** How serious the earlier matter is that was named at registration; an ordinary one without it. */
    public String grade(String ticketId) {
        MatterId earlier = matter(ticketId).earlierId();
        String grade = earlier == null ? null : matters.get(earlier).grade();
        return grade == null ? "ordinary" : grade;
    }

    /** The value of a field that starts empty; it stays with the task. */
    public String blank() {
        return null;
    }

    private Ticket ticket(String ticketId) {
        return tickets.get(new TicketId(ticketId));
    }

    private Matter matter(String ticketId) {
        return matters.get(ticket(ticketId).matterId());
    }
}
