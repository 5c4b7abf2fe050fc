package io.rotadesk.petition.reception;

import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Numbers whose turn comes and that nobody calls (P3). The leader is told once, and a person who lets the same number pass
 * again and again counts as away until they say that they are back, so no number goes round for ever.
 */
@Component
class UnansweredCalls {

    private final Tickets tickets;
    private final Rota rota;
    private final Presence presence;
    private final PetitionSettingsStore settings;
    private final Notices notices;
    private final Units units;
    private final Agents agents;
    private final UnansweredWording wording;
    private final Clock clock;

    UnansweredCalls(
            Tickets tickets,
            Rota rota,
            Presence presence,
            PetitionSettingsStore settings,
            Notices notices,
            Units units,
            Agents agents,
            UnansweredWording wording,
            Clock clock) {
        this.tickets = tickets;
        this.rota = rota;
        this.presence = presence;
        this.settings = settings;
        this.notices = notices;
        this.units = units;
        this.agents = agents;
        this.wording = wording;
        this.clock = clock;
    }

    /** Somebody whose turn it was has not called the number in time. */
    void missed(Ticket ticket, String staff) {
        PetitionSettings ofUnit = settings.of(ticket.unitId());
        Map<String, Integer> misses = rota.misses(List.of(ticket.contact())).getOrDefault(ticket.contact(), Map.of());
        int all = misses.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= ofUnit.missedCalls() || hasWaitedTooLong(ticket, ofUnit)) {
            tellLeader(ticket);
        }
        if (misses.getOrDefault(staff, 0) >= ofUnit.missedCalls()
                && presence.awayNote(staff).isEmpty()) {
            presence.away(staff, wording.didNotCall(ofUnit.missedCalls()));
            tell(NoticeKind.STAFF_DOES_NOT_CALL, ticket, staff, agents.name(staff));
        }
    }

    private boolean hasWaitedTooLong(Ticket ticket, PetitionSettings ofUnit) {
        Instant since = ticket.standing().waitsFrom();
        return since != null && !since.plus(ofUnit.waitTime()).isAfter(clock.instant());
    }

    /** The first time counts, and nobody is told a second time. */
    void tellLeader(Ticket ticket) {
        if (ticket.standing().leaderToldAt() != null) {
            return;
        }
        tickets.save(ticket, ticket.leaderTold(clock.instant()));
        Instant since = ticket.standing().waitsFrom();
        tell(
                NoticeKind.PETITIONER_WAITING,
                ticket,
                ticket.id().value(),
                String.valueOf(ticket.number()),
                units.get(ticket.unitId()).clock().time(since == null ? clock.instant() : since));
    }

    /** Somebody listens, or the ticket is over: the leader need not act any more. */
    void answered(Ticket ticket) {
        if (ticket.standing().leaderToldAt() != null) {
            notices.settle(
                    NoticeKind.PETITIONER_WAITING, ticket.unitId(), ticket.id().value());
        }
    }

    private void tell(NoticeKind kind, Ticket ticket, String subject, String... words) {
        Unit unit = units.get(ticket.unitId());
        List<String> leaders = Stream.concat(unit.managers().stream(), unit.deputies().stream())
                .toList();
        notices.tell(kind, unit.id(), leaders, subject, "/desk/hall?unit=" + unit.id(), words);
    }
}
