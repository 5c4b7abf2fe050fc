package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.staff.unit.Queue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of the visit register. Everything but the key, source, state, purpose and time of announcement is null until it is
 * known.
 *
 * @param announcedBy the login of who announced the visitor in Tasklist
 * @param appointmentAt null for a walk-in
 * @param visitorPhone E.164; null when there is none or what was given is no number
 * @param askedFor the agent whom the announcement names: a login, or a name as it was given
 * @param candidates how many customers the number belongs to; more than one is never settled silently
 * @param priorAgent the agent whose customer came, as it was on arrival; so are kind and time of contact
 * @param receivedTodayBy who has received the same visitor earlier that day (L3.1)
 * @param waitingFor the queue whose next agent is waited for; null when not in line
 * @param agent who has the visitor, or is on the way to them
 * @param comeBy until when that agent is to be there
 * @param owner the earlier agent who counts, by the number or by what the visitor said ({@code ownerKnownBy})
 * @param helpedBy who received for the earlier agent (L3.2d)
 * @param guided false while no process guides the visit: the model failed, or somebody took its instance away
 * @param removedAt when somebody first took its instance away
 * @param tour what was shown, by the names of the form's ticks with commas between
 */
public record Visit(
        String unitId,
        String visitId,
        String source,
        VisitState state,
        Instant announcedAt,
        String announcedBy,
        Instant appointmentAt,
        String meetingPoint,
        Instant arrivedAt,
        String visitorName,
        String visitorRaw,
        String visitorPhone,
        int partySize,
        String company,
        String askedFor,
        String purpose,
        int candidates,
        Long customerId,
        String priorAgent,
        ContactKind priorContactKind,
        Instant priorContactAt,
        String receivedTodayBy,
        Queue waitingFor,
        Instant waitingSince,
        String agent,
        Instant comeBy,
        String greetedBy,
        Instant greetedAt,
        String arrival,
        String contactedBefore,
        String namedAgent,
        String confirmed,
        String owner,
        String ownerKnownBy,
        String status,
        String helpedBy,
        String tour,
        String tourRemarks,
        String negotiation,
        String leftReason,
        Instant seenOffAt,
        String customerName,
        String customerPhone,
        String mediaSource,
        String intent,
        String interests,
        String objections,
        BigDecimal floorArea,
        String tradeType,
        String budget,
        LocalDate moveInDate,
        String nextStep,
        String remarks,
        Integer scriptVersion,
        Instant registeredAt,
        boolean checked,
        String course,
        String result,
        Instant handedBackAt,
        Instant acknowledgedAt,
        boolean guided,
        Instant removedAt) {

    /** {@link #purpose} of who comes to look at premises. */
    public static final String VIEWING = "viewing";

    /** {@link #purpose} of a competitor (L3.4). */
    public static final String MARKET_SURVEY = "marketSurvey";

    /** {@link #purpose} of who comes for something else. */
    public static final String OTHER = "other";

    public VisitKey key() {
        return new VisitKey(unitId, visitId);
    }

    /** Comes, or came, by appointment. */
    public boolean byAppointment() {
        return appointmentAt != null;
    }

    public boolean isMarketSurvey() {
        return MARKET_SURVEY.equals(purpose);
    }

    /** The number as it was given; null when there is none. */
    public String visitorNumber() {
        return visitorPhone != null ? visitorPhone : visitorRaw;
    }

    /** What was shown of the project (L3.3). */
    public List<String> shown() {
        return tour == null || tour.isEmpty() ? List.of() : List.of(tour.split(","));
    }

    /** When the visitor came, or is to come. */
    public Instant at() {
        return arrivedAt != null ? arrivedAt : appointmentAt != null ? appointmentAt : announcedAt;
    }
}
