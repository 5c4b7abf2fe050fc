package io.rotadesk.petition.reception.process;

import io.rotadesk.petition.matter.EarlierMatter;
import io.rotadesk.petition.matter.EarlierMatters;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.ReopeningRule;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The sentences that the reception's forms show. */
@Component
class TicketWording {

    private static final int EARLIER_MATTERS = 5;

    /** Of each earlier matter: the engine's variable table holds 4000 characters for all of them. */
    private static final int LONGEST_EARLIER = 300;

    private final EarlierMatters earlierMatters;
    private final Units units;
    private final ReopeningRule rule;
    private final ReceptionWording texts;

    TicketWording(EarlierMatters earlierMatters, Units units, ReopeningRule rule, ReceptionWording texts) {
        this.earlierMatters = earlierMatters;
        this.units = units;
        this.rule = rule;
        this.texts = texts;
    }

    String ticket(Ticket ticket) {
        UnitClock clock = clock(ticket.unitId());
        return Stream.of(
                        texts.get("ticket.number", ticket.number()),
                        ticket.byAppointment()
                                ? texts.get(
                                        "ticket.appointment",
                                        clock.dayAndTime(ticket.standing().appointmentAt()))
                                : texts.get("ticket.arrived", clock.dayAndTime(arrival(ticket))),
                        ticket.groupSize() > 1 ? texts.get("ticket.group", ticket.groupSize()) : null,
                        ticket.hearing().calls() > 0
                                ? texts.get("ticket.calls", ticket.hearing().calls())
                                : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(texts.get("separator")));
    }

    /** The place in line counts from later, if the petitioner did not come when called. */
    private static Instant arrival(Ticket ticket) {
        return ticket.standing().arrivedAt() == null
                ? ticket.standing().placeAt()
                : ticket.standing().arrivedAt();
    }

    String petitioner(Matter matter) {
        String name = matter.petitionerName();
        if (matter.anonymous()) {
            name = texts.get("petitioner.anonymous");
        } else if (name == null) {
            name = texts.get("petitioner.unnamed");
        }
        return Stream.of(
                        name,
                        matter.petitionerPhone() == null ? null : PhoneNumbers.readable(matter.petitionerPhone()),
                        matter.groupSize() > 1 ? texts.get("ticket.group", matter.groupSize()) : null,
                        matter.summary())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(texts.get("separator")));
    }

    String earlier(Matter matter) {
        String lines = earlierMatters.of(matter, EARLIER_MATTERS).stream()
                .map(this::line)
                .collect(Collectors.joining("\n\n"));
        return lines.isEmpty() ? texts.get("earlier.none") : lines;
    }

    private String line(EarlierMatter found) {
        Matter earlier = found.matter();
        String about = Stream.of(earlier.purpose(), earlier.summary())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return texts.get(
                "earlier.line",
                earlier.number(),
                clock(earlier.unitId()).day(earlier.openedAt()),
                about.length() <= LONGEST_EARLIER ? about : about.substring(0, LONGEST_EARLIER) + "…",
                texts.get(state(earlier)),
                texts.get("earlier.by." + found.by()));
    }

    /** Of a closed one also whether a visit with it reopens it. */
    private String state(Matter earlier) {
        if (!earlier.isClosed()) {
            return "earlier.open";
        }
        return rule.kept(earlier).map(why -> "earlier." + why).orElse("earlier.closed");
    }

    String conduct() {
        return texts.get("conduct");
    }

    private UnitClock clock(String unitId) {
        return units.get(unitId).clock();
    }
}
