package io.rotadesk.web.api.kiosk;

import io.rotadesk.engine.Collisions;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.FreeTimes;
import io.rotadesk.petition.reception.HallWindows;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.Petitions.Announced;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.ReceptionBoard.Place;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.api.kiosk.PetitionerBodies.AnnouncedPetitioner;
import io.rotadesk.web.api.kiosk.PetitionerBodies.Event;
import io.rotadesk.web.api.kiosk.PetitionerBodies.FreeDay;
import io.rotadesk.web.api.kiosk.PetitionerBodies.MovedTo;
import io.rotadesk.web.api.kiosk.PetitionerBodies.PetitionerAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
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

/**
 * The petitioners of a reception point (P3), for a kiosk or a booking page, which announces them and follows their numbers
 * (docs/api.md). The answers say nothing about the petitioner.
 */
@Tag(name = "Petitioners")
@RestController
@RequestMapping("/api/units/{unit}")
@PreAuthorize("@unitAccess.mayPhone(#unit)")
class PetitionerController {

    private static final int DAYS = 14;

    private final Petitions petitions;
    private final Tickets tickets;
    private final Matters matters;
    private final ReceptionBoard board;
    private final HallWindows windows;
    private final FreeTimes freeTimes;
    private final Units units;
    private final Collisions collisions;
    private final Clock clock;

    PetitionerController(
            Petitions petitions,
            Tickets tickets,
            Matters matters,
            ReceptionBoard board,
            HallWindows windows,
            FreeTimes freeTimes,
            Units units,
            Collisions collisions,
            Clock clock) {
        this.petitions = petitions;
        this.tickets = tickets;
        this.matters = matters;
        this.board = board;
        this.windows = windows;
        this.freeTimes = freeTimes;
        this.units = units;
        this.collisions = collisions;
        this.clock = clock;
    }

    /** Announces a petitioner: 201 the first time, 200 when it is sent again; 409 when the id is somebody else's. */
    @Operation(summary = "Announces a petitioner who is here or will come; 200 when it is sent again")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping("/petitioners")
    ResponseEntity<PetitionerAnswer> announce(
            @PathVariable String unit, @Valid @RequestBody AnnouncedPetitioner petitioner) {
        Unit point = point(unit);
        Instant at = petitioner.appointmentAt() == null
                ? null
                : petitioner.appointmentAt().in(point.settings().zone());
        Announced announced = collisions.again(() -> petitions.announce(
                id(unit, petitioner.petitionerId()),
                unit,
                new PetitionAnnouncement(
                        petitioner.petitionerName(),
                        petitioner.petitionerPhone(),
                        Boolean.TRUE.equals(petitioner.anonymous()),
                        petitioner.groupSize() == null ? 1 : petitioner.groupSize(),
                        at,
                        petitioner.matterSummary(),
                        petitioner.earlierMatter(),
                        petitioner.destination() == null
                                ? null
                                : petitioner.destination().name(),
                        Boolean.TRUE.equals(petitioner.agreesToMessages())),
                null));
        if (!announced.first() && isAnother(petitioner, announced.ticket())) {
            throw new OtherPetitionerException(petitioner.petitionerId());
        }
        return ResponseEntity.status(announced.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer(petitioner.petitionerId(), announced.ticket()));
    }

    /** Answers with the number and the state of a petitioner. */
    @Operation(summary = "The number and the state of a petitioner")
    @GetMapping("/petitioners/{petitionerId}")
    PetitionerAnswer petitioner(@PathVariable String unit, @PathVariable String petitionerId) {
        return answer(petitionerId, tickets.get(id(unit, petitionerId)));
    }

    /** Moves an appointment to another time; 409 when it is too late. */
    @Operation(summary = "Another time for an appointment")
    @PutMapping("/petitioners/{petitionerId}/appointment")
    PetitionerAnswer move(
            @PathVariable String unit, @PathVariable String petitionerId, @Valid @RequestBody MovedTo appointment) {
        TicketId id = tickets.get(id(unit, petitionerId)).id();
        Instant at = appointment.appointmentAt().in(point(unit).settings().zone());
        accepted(collisions.again(() -> petitions.move(id, at)), petitionerId, "move");
        return answer(petitionerId, tickets.get(id));
    }

    /** Cancels an appointment; 409 when it is too late. */
    @Operation(summary = "Cancels an appointment")
    @DeleteMapping("/petitioners/{petitionerId}/appointment")
    PetitionerAnswer cancel(@PathVariable String unit, @PathVariable String petitionerId) {
        TicketId id = tickets.get(id(unit, petitionerId)).id();
        accepted(collisions.again(() -> petitions.cancel(id)), petitionerId, "cancel");
        return answer(petitionerId, tickets.get(id));
    }

    /** Reports an event of a petitioner; 409 when they are past it. A repeated report changes nothing. */
    @Operation(summary = "Reports that a petitioner is here, is back after the number was called, or has given up")
    @PostMapping("/petitioners/{petitionerId}/events")
    PetitionerAnswer event(
            @PathVariable String unit, @PathVariable String petitionerId, @Valid @RequestBody Event event) {
        TicketId id = tickets.get(id(unit, petitionerId)).id();
        boolean accepted = collisions.again(() -> switch (event.type()) {
            case arrived -> petitions.arrived(id);
            case back -> petitions.back(id);
            case left -> petitions.left(id);
        });
        accepted(accepted, petitionerId, event.type().name());
        return answer(petitionerId, tickets.get(id));
    }

    /** The next days on which an appointment is possible, and the times that are free. */
    @Operation(summary = "The times that are free for an appointment, day by day")
    @GetMapping("/free-times")
    List<FreeDay> free(@PathVariable String unit) {
        return freeTimes.days(point(unit).id(), LocalDate.MIN, DAYS).stream()
                .map(day -> new FreeDay(day.day(), day.times()))
                .toList();
    }

    /** The same id of the same unit is the same ticket, whatever other units send. */
    private static TicketId id(String unit, String petitionerId) {
        return new TicketId(UUID.nameUUIDFromBytes((unit + "/" + petitionerId).getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    private Unit point(String unit) {
        return units.find(unit)
                .filter(found -> found.kind() == UnitKind.PETITION)
                .orElseThrow(() -> new NoSuchElementException("no reception point " + unit));
    }

    /** A field that is missing in the second request does not count as different, nor one that was corrected to nothing. */
    private boolean isAnother(AnnouncedPetitioner petitioner, Ticket ticket) {
        Matter known = matters.get(ticket.matterId());
        Numbering place = units.get(ticket.unitId()).settings().numbering();
        return differ(petitioner.petitionerName(), known.petitionerName())
                || differ(
                        PhoneNumbers.e164(petitioner.petitionerPhone(), place).orElse(null),
                        PhoneNumbers.e164(known.petitionerPhone(), place).orElse(null));
    }

    private static boolean differ(String sent, String known) {
        return sent != null && known != null && !sent.isBlank() && !sent.strip().equals(known);
    }

    private static void accepted(boolean accepted, String petitionerId, String event) {
        if (!accepted) {
            throw new PastEventException(petitionerId, event);
        }
    }

    private PetitionerAnswer answer(String petitionerId, Ticket ticket) {
        LocalDate today = units.get(ticket.unitId()).clock().day(clock.instant());
        return new PetitionerAnswer(
                petitionerId,
                ticket.number(),
                ticket.standing().day(),
                ticket.state(),
                ticket.standing().appointmentAt(),
                ticket.standing().arrivedAt(),
                board.order(ticket.unitId(), today).stream()
                        .filter(place -> place.ticket().id().equals(ticket.id()))
                        .map(Place::before)
                        .findFirst()
                        .orElse(null),
                ticket.staff() == null ? null : windows.of(ticket.unitId()).get(ticket.staff()));
    }
}
