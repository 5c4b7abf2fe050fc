package io.rotadesk.web.api.kiosk;

import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Announcements.AnnouncementReceipt;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSettings;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.leasing.visit.WaitingLine;
import io.rotadesk.platform.input.SentMoment;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.api.kiosk.VisitBodies.AnnouncedVisitor;
import io.rotadesk.web.api.kiosk.VisitBodies.Appointment;
import io.rotadesk.web.api.kiosk.VisitBodies.Event;
import io.rotadesk.web.api.kiosk.VisitBodies.EventType;
import io.rotadesk.web.api.kiosk.VisitBodies.VisitAnswer;
import io.rotadesk.web.api.kiosk.VisitBodies.Waiting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The visitors of a unit, for a kiosk or a web form, which announces them and follows their visits (docs/api.md). */
@Tag(name = "Visitors")
@RestController
@RequestMapping("/api/units/{unit}")
@PreAuthorize("@unitAccess.mayPhone(#unit)")
class VisitController {

    private static final Logger log = LoggerFactory.getLogger(VisitController.class);

    /** A booking page may be a little late; a time further back is a mistake. */
    private static final Duration BACK = Duration.ofHours(1);

    private final Announcements announcements;
    private final Visits visits;
    private final WaitingLine line;
    private final Units units;
    private final Agents agents;
    private final Collisions collisions;
    private final Clock clock;

    VisitController(
            Announcements announcements,
            Visits visits,
            WaitingLine line,
            Units units,
            Agents agents,
            Collisions collisions,
            Clock clock) {
        this.announcements = announcements;
        this.visits = visits;
        this.line = line;
        this.units = units;
        this.agents = agents;
        this.collisions = collisions;
        this.clock = clock;
    }

    /** Announces a visitor: 201 the first time, 200 when it is sent again; 409 when the id is somebody else's. */
    @Operation(summary = "Announces a visitor who is here or will come; 200 when it is sent again")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping("/visits")
    ResponseEntity<VisitAnswer> announce(@PathVariable String unit, @Valid @RequestBody AnnouncedVisitor visitor) {
        Instant appointmentAt = instant(visitor.appointmentAt(), units.leasing(unit));
        VisitKey key = new VisitKey(unit, visitor.visitId());
        if (visits.find(key).isEmpty()) {
            checkPhone(visitor.visitorPhone(), units.get(unit));
            checkTime(appointmentAt);
        }
        AnnouncementReceipt reception = announcements.announce(
                key,
                new Announcement(
                        visitor.visitorName(),
                        isWithheld(visitor.visitorPhone(), units.get(unit)) ? null : visitor.visitorPhone(),
                        visitor.partySize() == null ? 1 : visitor.partySize(),
                        visitor.company(),
                        appointmentAt,
                        visitor.meetingPoint(),
                        visitor.namedAgent(),
                        visitor.purpose() == null ? null : visitor.purpose().name()));
        if (!reception.first() && isAnother(visitor, reception.visit(), units.get(unit))) {
            throw new OtherVisitException(visitor.visitId());
        }
        return ResponseEntity.status(reception.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer(reception.visit()));
    }

    /** Answers with the state of a visit. */
    @Operation(summary = "The state of a visit")
    @GetMapping("/visits/{visitId}")
    VisitAnswer visit(@PathVariable String unit, @PathVariable String visitId) {
        return answer(visits.get(new VisitKey(unit, visitId)));
    }

    /** Moves an appointment to another time or place; 409 when it is too late. */
    @Operation(summary = "Another time or place for an appointment")
    @PutMapping("/visits/{visitId}/appointment")
    VisitAnswer move(
            @PathVariable String unit, @PathVariable String visitId, @Valid @RequestBody Appointment appointment) {
        VisitKey key = new VisitKey(unit, visitId);
        visits.get(key);
        Instant at = instant(appointment.appointmentAt(), units.get(unit));
        checkTime(at);
        accepted(collisions.again(() -> announcements.move(key, at, appointment.meetingPoint())), visitId, "move");
        return answer(visits.get(key));
    }

    /** Cancels an appointment; 409 when it is too late. */
    @Operation(summary = "Cancels an appointment")
    @DeleteMapping("/visits/{visitId}/appointment")
    VisitAnswer cancel(@PathVariable String unit, @PathVariable String visitId) {
        VisitKey key = new VisitKey(unit, visitId);
        accepted(collisions.again(() -> announcements.cancel(key)), visitId, "cancel");
        return answer(visits.get(key));
    }

    /** Reports an event of a visitor; 409 when the visit is past such an event. */
    @Operation(summary = "Reports that a visitor with an appointment is here, or has given up waiting")
    @PostMapping("/visits/{visitId}/events")
    VisitAnswer event(@PathVariable String unit, @PathVariable String visitId, @Valid @RequestBody Event event) {
        VisitKey key = new VisitKey(unit, visitId);
        boolean accepted = collisions.again(() -> event.type() == EventType.arrived
                ? announcements.arrived(key, event.eventId())
                : announcements.left(key, event.eventId()));
        // A report that others have overtaken is too late to change anything, and no mistake.
        accepted(
                accepted || isOvertaken(event, units.get(unit)),
                visitId,
                event.type().name());
        return answer(visits.get(key));
    }

    private boolean isOvertaken(Event event, Unit unit) {
        if (event.occurredAt() == null) {
            return false;
        }
        SentMoment occurred =
                SentMoment.of(event.occurredAt().asText(), unit.settings().zone(), clock.instant());
        if (occurred.unusable() != null) {
            log.info("'occurredAt' of a visit of unit {} was not used: {}", unit.id(), occurred.unusable());
        }
        return occurred.at() != null && occurred.at().isBefore(clock.instant());
    }

    /** The people who wait, next first, and since when. */
    @Operation(summary = "The visitors who wait, next first")
    @GetMapping("/waiting-line")
    List<Waiting> waiting(@PathVariable String unit) {
        return line.of(units.leasing(unit).id()).stream()
                .map(visit -> new Waiting(
                        visit.visitId(), visit.waitingSince(), visit.inLine().queue()))
                .toList();
    }

    /** A field that is missing in the second request does not count as different. */
    private static boolean isAnother(AnnouncedVisitor visitor, Visit known, Unit unit) {
        return differ(visitor.visitorName(), known.announced().name())
                || differ(
                        PhoneNumbers.e164(
                                        visitor.visitorPhone(), unit.settings().numbering())
                                .orElse(null),
                        known.announced().phone());
    }

    private static boolean differ(String sent, String known) {
        return sent != null && known != null && !sent.isBlank() && !sent.strip().equals(known);
    }

    private static void accepted(boolean accepted, String visitId, String event) {
        if (!accepted) {
            throw new PastEventException(visitId, event);
        }
    }

    private static void checkPhone(String phone, Unit unit) {
        SentNumber number = SentNumber.read(phone, unit.settings().numbering());
        if (!number.isValid() && !number.isWithheld()) {
            throw new BadFieldException("visitorPhone", "kiosk.bad.phone");
        }
    }

    private static boolean isWithheld(String phone, Unit unit) {
        return SentNumber.read(phone, unit.settings().numbering()).isWithheld();
    }

    private static Instant instant(SentTime time, Unit unit) {
        return time == null ? null : time.in(unit.settings().zone());
    }

    private void checkTime(Instant at) {
        if (at != null && at.isBefore(clock.instant().minus(BACK))) {
            throw new BadFieldException("appointmentAt", "kiosk.bad.past");
        }
    }

    private VisitAnswer answer(Visit visit) {
        Agent agent = visit.host().agent() == null
                ? null
                : agents.find(visit.host().agent()).orElse(null);
        return new VisitAnswer(
                visit.visitId(),
                visit.state(),
                visit.coming().appointmentAt(),
                visit.coming().meetingPoint() != null || !visit.byAppointment()
                        ? visit.coming().meetingPoint()
                        : units.get(visit.unitId())
                                .settings()
                                .get(VisitSettings.class)
                                .meetingPoint(),
                visit.coming().arrivedAt(),
                visit.inLine().queue() == null ? null : visit.waitingSince(),
                agent == null
                        ? null
                        : new VisitBodies.Receiver(
                                agent.login(), agent.name(), visit.host().comeBy()));
    }
}
