package io.rotadesk.web.desk.hall;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.petition.matter.SeenMatters.Viewer;
import io.rotadesk.petition.reception.HallWindows;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.hall.HallView.Item;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the content of the reception hall's page, with a fixed number of database queries. */
@Component
class HallViews {

    private static final int LATER = 50;

    /** States of petitioners who are here and are not being received yet. */
    private static final Set<TicketState> IN_LINE =
            EnumSet.of(TicketState.WAITING, TicketState.ARRIVED, TicketState.NOT_THERE);

    private final ReceptionBoard board;
    private final MatterFiles matters;
    private final SeenMatters seen;
    private final Agents agents;
    private final Rota rota;
    private final Petitions petitions;
    private final HallWindows windows;
    private final HallWording words;
    private final Clock clock;

    HallViews(
            ReceptionBoard board,
            MatterFiles matters,
            SeenMatters seen,
            Agents agents,
            Rota rota,
            Petitions petitions,
            HallWindows windows,
            HallWording words,
            Clock clock) {
        this.board = board;
        this.matters = matters;
        this.seen = seen;
        this.agents = agents;
        this.rota = rota;
        this.petitions = petitions;
        this.windows = windows;
        this.words = words;
        this.clock = clock;
    }

    /** Not read-only: the first look at a day that was not planned ahead plans it. */
    @Transactional
    public HallView of(Unit unit, Viewer viewer, Locale locale) {
        Instant now = clock.instant();
        ZoneId zone = unit.settings().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Ticket> order = board.order(unit.id(), today).stream()
                .map(ReceptionBoard.Place::ticket)
                .toList();
        List<Ticket> day = board.day(unit.id(), today);
        List<Ticket> later = board.later(unit.id(), today, LATER);
        Stream<Ticket> all = Stream.of(order, day, later).flatMap(List::stream);
        Set<MatterId> matterIds =
                all.map(Ticket::matterId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, String> sits = windows.of(unit.id());
        Items items = new Items(
                now,
                matters.byId(matterIds),
                seen.seen(matterIds, viewer),
                agents.names(unit.id()),
                login -> words.window(sits.get(login), locale),
                ticket -> petitions.task(ticket, viewer.login()).orElse(null));
        return new HallView(
                today,
                zone,
                now,
                Stream.concat(
                                items.of(order, ticket -> ticket.state() == TicketState.CALLED),
                                items.of(day, ticket -> ticket.state() == TicketState.RECEIVED))
                        .toList(),
                items.of(order, ticket -> IN_LINE.contains(ticket.state())).toList(),
                items.of(order, ticket -> ticket.state() == TicketState.EXPECTED)
                        .toList(),
                items.of(later, ticket -> true).toList(),
                items.of(day, ticket -> ticket.state().isOver())
                        .sorted(Comparator.comparing(
                                (Item item) -> item.ticket().hearing().endedAt(),
                                Comparator.nullsLast(Comparator.reverseOrder())))
                        .toList(),
                next(unit.id(), items.names()),
                here(unit.id()),
                sits);
    }

    private Map<String, String> here(String unitId) {
        return agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left())
                .collect(Collectors.toMap(Agent::login, Agent::name, (one, same) -> one, LinkedHashMap::new));
    }

    private String next(String unitId, Map<String, String> names) {
        DutyBoard duty = rota.today(unitId);
        DutyBoard.QueueBoard queue = duty.queues().get(Queue.PETITION);
        return duty.closed() || queue == null || queue.upNext().isEmpty()
                ? null
                : names.get(queue.upNext().get(0));
    }

    private record Items(
            Instant now,
            Map<MatterId, Matter> matters,
            Set<MatterId> seen,
            Map<String, String> names,
            Function<String, String> window,
            Function<Ticket, String> task) {

        Stream<Item> of(List<Ticket> tickets, Predicate<Ticket> which) {
            return tickets.stream().filter(which).map(this::of);
        }

        private Item of(Ticket ticket) {
            Matter matter = matters.get(ticket.matterId());
            Instant since = ticket.state() == TicketState.EXPECTED
                    ? ticket.standing().appointmentAt()
                    : ticket.standing().waitsFrom();
            return new Item(
                    ticket,
                    matter == null ? null : matter.petitionerName(),
                    matter != null && matter.anonymous(),
                    matter == null ? null : matter.summary(),
                    ticket.staff() == null ? null : names.getOrDefault(ticket.staff(), ticket.staff()),
                    ticket.staff() == null ? null : window.apply(ticket.staff()),
                    seen.contains(ticket.matterId()) ? ticket.matterId() : null,
                    since,
                    since == null ? 0 : Math.max(0, Duration.between(since, now).toMinutes()),
                    ticket.state().isOver() ? null : task.apply(ticket));
        }
    }
}
