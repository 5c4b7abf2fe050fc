package io.rotadesk.leasing.visit.process;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.Visitors;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The sentences that the visit forms show, in the language of the product. */
@Component
class VisitWording extends Words {

    private static final int EARLIER_CONTACTS = 5;

    private final Visitors visitors;
    private final Visits visits;
    private final Calls calls;
    private final Units units;
    private final Agents agents;

    VisitWording(
            Visitors visitors,
            Visits visits,
            Calls calls,
            Units units,
            Agents agents,
            @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/visit");
        this.visitors = visitors;
        this.visits = visits;
        this.calls = calls;
        this.units = units;
        this.agents = agents;
    }

    /** In the words of the procedure and in its language, since it is said to the visitor. */
    String greeting() {
        return "您好,欢迎参观!请问您是来看房的吗?";
    }

    /** The reason why a text that names no customer, or one whom the person was not shown, is refused. */
    String notLookedUp() {
        return toReader("lookUp.none");
    }

    /** The reason why somebody without a unit announces nobody. */
    String noUnit(String login) {
        return toReader("announce.noUnit", login);
    }

    /** The reason why another customer than the number's is refused. */
    String numberCounts() {
        return toReader("lookUp.numberCounts");
    }

    String visitor(Visit visit) {
        String name = Stream.of(
                        visit.written().customerName(), visit.announced().name(), visitors.knownName(visit))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(get("visitor.unnamed"));
        String number = visit.written().customerPhone() != null
                ? visit.written().customerPhone()
                : visit.announced().number();
        return Stream.of(
                        name,
                        number == null ? null : PhoneNumbers.readable(number),
                        visit.announced().company(),
                        visit.announced().partySize() > 1
                                ? get("visitor.party", visit.announced().partySize())
                                : null,
                        visit.announced().askedFor() == null
                                ? null
                                : get("visitor.askedFor", name(visit.announced().askedFor())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(get("visitor.separator")));
    }

    String appointment(Visit visit) {
        return visit.coming().appointmentAt() == null
                ? ""
                : clock(visit).dayAndTime(visit.coming().appointmentAt());
    }

    String arrived(Visit visit, String meetingPoint) {
        return get("visitor.arrived", visitor(visit), meetingPoint);
    }

    String waiting(Visit visit) {
        if (visit.inLine().since() == null) {
            return "";
        }
        String since = clock(visit).time(visit.waitingSince());
        return get("waiting." + visit.inLine().queue(), since);
    }

    String priorContact(Visit visit, Unit unit) {
        if (visit.known().candidates() > 1) {
            return get(
                    "prior.several",
                    visitors.candidates(visit).stream()
                            .map(c -> (c.name() == null ? "?" : c.name())
                                    + (c.agent() == null ? "" : " (" + name(c.agent()) + ")"))
                            .collect(Collectors.joining("; ")));
        }
        String today = visit.known().receivedTodayBy() == null
                ? null
                : get("prior.today", name(visit.known().receivedTodayBy()));
        String earlier = null;
        if (visit.known().priorAgent() != null && visit.known().priorContactAt() != null) {
            UnitClock clock = unit.clock();
            int days = visit.known().priorContactKind() == ContactKind.VISIT
                    ? unit.settings().get(CustomerSettings.class).visitValidityDays()
                    : unit.settings().get(CustomerSettings.class).callValidityDays();
            LocalDate lastDay = clock.day(visit.known().priorContactAt()).plusDays(days);
            boolean lapsed = lastDay.isBefore(clock.day(visit.at()));
            earlier = get(
                    lapsed ? "prior.lapsed" : "prior.known",
                    name(visit.known().priorAgent()),
                    get("contact." + visit.known().priorContactKind()),
                    clock.dayAndTime(visit.known().priorContactAt()),
                    lastDay);
        }
        String all = Stream.of(earlier, today).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return all.isEmpty() ? get("prior.none") : all;
    }

    /** The contacts, latest first, one paragraph each; null if there are none. */
    String history(Visit visit) {
        if (visit.known().customerId() == null) {
            return null;
        }
        record Line(Instant at, String text) {}
        UnitClock clock = clock(visit);
        Stream<Line> earlierVisits = visits.ofCustomer(visit.known().customerId(), EARLIER_CONTACTS).stream()
                .filter(earlier -> !earlier.visitId().equals(visit.visitId()))
                .map(earlier -> new Line(earlier.at(), line(earlier, clock)));
        Stream<Line> earlierCalls = calls.ofCustomer(visit.known().customerId(), EARLIER_CONTACTS).stream()
                .map(call -> new Line(call.receivedAt(), line(call, clock)));
        String lines = Stream.concat(earlierVisits, earlierCalls)
                .sorted(Comparator.comparing(Line::at).reversed())
                .limit(EARLIER_CONTACTS)
                .map(Line::text)
                .collect(Collectors.joining("\n\n"));
        return lines.isEmpty() ? null : lines;
    }

    private String line(Visit visit, UnitClock clock) {
        return line(
                ContactKind.VISIT,
                visit.at(),
                clock,
                visit.host().agent(),
                visit.written().objections(),
                visit.written().nextStep(),
                visit.written().remarks(),
                visit.afterwards().course(),
                visit.afterwards().result());
    }

    private String line(Call call, UnitClock clock) {
        return line(
                ContactKind.CALL,
                call.receivedAt(),
                clock,
                call.cover().by() != null ? call.cover().by() : call.talk().agent(),
                call.written().remarks(),
                call.cover().answer(),
                call.callBack().remarks());
    }

    private String line(ContactKind kind, Instant at, UnitClock clock, String agent, String... written) {
        String notes = Stream.of(written).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return get("history.line", clock.dayAndTime(at), get("contact." + kind), name(agent), notes);
    }

    /** The notes taken before the register is filled in; null if there are none. */
    String notes(Visit visit) {
        if (visit.written().remarks() != null) {
            return visit.written().remarks();
        }
        String notes = Stream.of(
                        visit.showing().tourRemarks(),
                        visit.showing().negotiation(),
                        visit.showing().leftReason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return notes.isEmpty() ? null : notes;
    }

    private UnitClock clock(Visit visit) {
        return units.get(visit.unitId()).clock();
    }

    private String name(String login) {
        return agents.name(login);
    }
}
