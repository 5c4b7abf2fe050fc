package io.rotadesk.leasing.visit.process;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallRegister;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitRegister;
import io.rotadesk.leasing.visit.Visitors;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The sentences that the visit forms show, in the language of the product. */
@Component
class VisitWording {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int EARLIER_CONTACTS = 5;

    private final Visitors visitors;
    private final VisitRegister visits;
    private final CallRegister calls;
    private final Units units;
    private final Agents agents;
    private final Locale locale;
    private final MessageSource texts;

    VisitWording(
            Visitors visitors,
            VisitRegister visits,
            CallRegister calls,
            Units units,
            Agents agents,
            @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.visitors = visitors;
        this.visits = visits;
        this.calls = calls;
        this.units = units;
        this.agents = agents;
        this.locale = locale;
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("i18n/visit");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        this.texts = bundle;
    }

    /** In the words of the procedure, whatever the language of the pages: it is said to the visitor. */
    String greeting() {
        return "您好,欢迎参观!请问您是来看房的吗?";
    }

    String visitor(Visit visit) {
        String name = Stream.of(visit.customerName(), visit.visitorName(), visitors.knownName(visit))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(text("visitor.unnamed"));
        String number = visit.customerPhone() != null ? visit.customerPhone() : visit.visitorNumber();
        return Stream.of(
                        name,
                        number == null ? null : PhoneNumbers.readable(number),
                        visit.company(),
                        visit.partySize() > 1 ? text("visitor.party", visit.partySize()) : null,
                        visit.askedFor() == null ? null : text("visitor.askedFor", name(visit.askedFor())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(text("visitor.separator")));
    }

    String appointment(Visit visit) {
        return visit.appointmentAt() == null ? "" : at(visit.appointmentAt(), zone(visit));
    }

    String waiting(Visit visit) {
        if (visit.waitingSince() == null) {
            return "";
        }
        String since = TIME.format(visit.waitingSince().atZone(zone(visit)));
        return text("waiting." + visit.waitingFor(), since);
    }

    String priorContact(Visit visit, Unit unit) {
        if (visit.candidates() > 1) {
            return text(
                    "prior.several",
                    visitors.candidates(visit).stream()
                            .map(c -> (c.name() == null ? "?" : c.name())
                                    + (c.agent() == null ? "" : " (" + name(c.agent()) + ")"))
                            .collect(Collectors.joining("; ")));
        }
        String today = visit.receivedTodayBy() == null ? null : text("prior.today", name(visit.receivedTodayBy()));
        String earlier = null;
        if (visit.priorAgent() != null && visit.priorContactAt() != null) {
            ZoneId zone = unit.settings().zone();
            int days = visit.priorContactKind() == ContactKind.VISIT
                    ? unit.settings().get(CustomerSettings.class).visitValidityDays()
                    : unit.settings().get(CustomerSettings.class).callValidityDays();
            earlier = text(
                    "prior.known",
                    name(visit.priorAgent()),
                    text("contact." + visit.priorContactKind()),
                    at(visit.priorContactAt(), zone),
                    visit.priorContactAt()
                            .atZone(zone)
                            .toLocalDate()
                            .plusDays(days)
                            .toString());
        }
        String all = Stream.of(earlier, today).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return all.isEmpty() ? text("prior.none") : all;
    }

    /** The latest contacts first, a paragraph each; null when there are none. */
    String history(Visit visit) {
        if (visit.customerId() == null) {
            return null;
        }
        record Line(Instant at, String text) {}
        ZoneId zone = zone(visit);
        Stream<Line> earlierVisits = visits.ofCustomer(visit.customerId(), EARLIER_CONTACTS).stream()
                .filter(earlier -> !earlier.visitId().equals(visit.visitId()))
                .map(earlier -> new Line(earlier.at(), line(earlier, zone)));
        Stream<Line> earlierCalls = calls.ofCustomer(visit.customerId(), EARLIER_CONTACTS).stream()
                .map(call -> new Line(call.receivedAt(), line(call, zone)));
        String lines = Stream.concat(earlierVisits, earlierCalls)
                .sorted(Comparator.comparing(Line::at).reversed())
                .limit(EARLIER_CONTACTS)
                .map(Line::text)
                .collect(Collectors.joining("\n\n"));
        return lines.isEmpty() ? null : lines;
    }

    private String line(Visit visit, ZoneId zone) {
        return line(
                ContactKind.VISIT,
                visit.at(),
                zone,
                visit.agent(),
                visit.objections(),
                visit.nextStep(),
                visit.remarks(),
                visit.course(),
                visit.result());
    }

    private String line(Call call, ZoneId zone) {
        return line(
                ContactKind.CALL,
                call.receivedAt(),
                zone,
                call.coveredBy() != null ? call.coveredBy() : call.agent(),
                call.remarks(),
                call.coverAnswer(),
                call.followUpRemarks());
    }

    private String line(ContactKind kind, Instant at, ZoneId zone, String agent, String... written) {
        String notes = Stream.of(written).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return text("history.line", at(at, zone), text("contact." + kind), name(agent), notes);
    }

    /** What was noted before the register is filled in; null when nothing was. */
    String notes(Visit visit) {
        if (visit.remarks() != null) {
            return visit.remarks();
        }
        String notes = Stream.of(visit.tourRemarks(), visit.negotiation(), visit.leftReason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return notes.isEmpty() ? null : notes;
    }

    private ZoneId zone(Visit visit) {
        return units.get(visit.unitId()).settings().zone();
    }

    private String name(String login) {
        return login == null ? "" : agents.find(login).map(Agent::name).orElse(login);
    }

    private static String at(Instant instant, ZoneId zone) {
        return DAY_AND_TIME.format(instant.atZone(zone));
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
