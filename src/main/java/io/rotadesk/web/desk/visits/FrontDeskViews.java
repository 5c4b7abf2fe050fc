package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.visit.FrontDeskDay;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitProcess;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.leasing.visit.WaitingLine;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.register.RegisterRow;
import io.rotadesk.web.desk.visits.FrontDeskView.Item;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers the content of the reception's page, with a fixed number of database queries. */
@Component
class FrontDeskViews {

    private static final int LATER = 50;

    private final WaitingLine line;
    private final FrontDeskDay day;
    private final VisitProcess process;
    private final VisitSearch search;
    private final Customers customers;
    private final Rota rota;
    private final Agents agents;
    private final Clock clock;

    FrontDeskViews(
            WaitingLine line,
            FrontDeskDay day,
            VisitProcess process,
            VisitSearch search,
            Customers customers,
            Rota rota,
            Agents agents,
            Clock clock) {
        this.line = line;
        this.day = day;
        this.process = process;
        this.search = search;
        this.customers = customers;
        this.rota = rota;
        this.agents = agents;
        this.clock = clock;
    }

    /** @param seenBy the login of an agent who may look into their own visits only; null for somebody who sees all */
    FrontDeskView of(Unit unit, String seenBy) {
        Instant now = clock.instant();
        ZoneId zone = unit.settings().zone();
        LocalDate date = LocalDate.ofInstant(now, zone);
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(zone).toInstant();
        List<Visit> waiting = line.of(unit.id());
        List<Visit> going = day.underWay(unit.id(), now);
        List<Visit> appointments = day.appointments(unit.id(), from, to);
        List<Visit> later = day.later(unit.id(), to, LATER);
        List<Visit> all = Stream.of(waiting, going, appointments, later)
                .flatMap(List::stream)
                .toList();
        Map<String, String> names = agents.names(unit.id());
        Items items = new Items(
                now,
                zone,
                names,
                customers.names(all.stream()
                        .map(v -> v.known().customerId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                process.openTasks(going.stream().map(Visit::key).toList()),
                seenBy == null
                        ? null
                        : search.seen(
                                unit.id(), all.stream().map(Visit::visitId).toList(), seenBy));
        DutyBoard board = rota.today(unit.id());
        DutyBoard.QueueBoard visits = board.queues().get(Queue.VISIT);
        String next = board.closed() || visits == null || visits.upNext().isEmpty()
                ? null
                : names.get(visits.upNext().get(0));
        return new FrontDeskView(
                date,
                zone,
                now,
                items.of(waiting),
                items.of(going),
                items.of(appointments),
                items.of(later),
                next,
                here(unit.id()),
                board.queues().values().stream()
                        .flatMap(queue -> queue.order().stream())
                        .filter(seat -> !seat.free())
                        .collect(Collectors.toMap(
                                seat -> seat.agent().login(), DutyBoard.Seat::unavailable, (one, same) -> one)));
    }

    RegisterRow<RegisteredVisit> row(Visit visit, Unit unit) {
        Map<Long, String> customer = visit.known().customerId() == null
                ? Map.of()
                : customers.names(List.of(visit.known().customerId()));
        return RegisterRow.of(new RegisteredVisit(visit), unit.settings().zone(), here(unit.id()), customer);
    }

    /** The agents who take part in the rota and have not left. */
    Map<String, String> here(String unitId) {
        return agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left() && agent.team() != null)
                .collect(Collectors.toMap(Agent::login, Agent::name, (one, same) -> one, LinkedHashMap::new));
    }

    /** @param seen ids of the visits that may be looked into; null for all */
    private record Items(
            Instant now,
            ZoneId zone,
            Map<String, String> names,
            Map<Long, String> customers,
            Map<VisitKey, String> steps,
            Set<String> seen) {

        List<Item> of(List<Visit> visits) {
            return visits.stream().map(this::of).toList();
        }

        private Item of(Visit visit) {
            RegisterRow<RegisteredVisit> row = RegisterRow.of(new RegisteredVisit(visit), zone, names, customers);
            boolean mayOpen = seen == null || seen.contains(visit.visitId());
            boolean greeterIsWithThem = visit.state() == VisitState.OFFERED
                    && visit.host().greetedBy() != null
                    && !visit.host().greetedBy().equals(visit.host().agent());
            return new Item(
                    row,
                    visit.key().toString(),
                    mayOpen ? row.number() : "",
                    mayOpen,
                    steps.get(visit.key()),
                    greeterIsWithThem ? names.get(visit.host().greetedBy()) : null,
                    minutes(visit));
        }

        private long minutes(Visit visit) {
            Instant since = visit.inLine().queue() != null
                    ? visit.waitingSince()
                    : visit.state() == VisitState.EXPECTED ? visit.coming().appointmentAt() : null;
            return since == null ? 0 : Math.max(0, Duration.between(since, now).toMinutes());
        }
    }
}
