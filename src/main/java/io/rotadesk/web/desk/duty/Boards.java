package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.Presence.Absence;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.DutyBoard.QueueBoard;
import io.rotadesk.staff.rota.DutyBoard.Seat;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.duty.BoardView.QueueView;
import io.rotadesk.web.desk.duty.BoardView.SeatView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts today's board into words. */
@Component
public class Boards {

    private final Units units;
    private final Rota rota;
    private final Presence presence;
    private final MessageSource messages;
    private final Clock clock;

    Boards(Units units, Rota rota, Presence presence, MessageSource messages, Clock clock) {
        this.units = units;
        this.rota = rota;
        this.presence = presence;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param me the login of the viewer */
    public BoardView today(String unitId, String me, Locale locale) {
        return of(rota.today(unitId), me, locale);
    }

    /** @param me the login of the viewer */
    public BoardView of(DutyBoard board, String me, Locale locale) {
        String unitId = board.unitId();
        Unit unit = units.get(unitId);
        UnitKind kind = unit.kind();
        Map<String, String> notes = presence.absences(unitId, board.date()).stream()
                .filter(absence -> absence.since() != null)
                .collect(Collectors.toMap(Absence::login, Absence::note));
        var words = new Words(notes, me, kind, unit.clock(), clock.instant(), messages, locale);
        return new BoardView(
                board.date(),
                board.closed(),
                board.callTeam(),
                board.visitTeam(),
                kind.dutyQueues().stream()
                        .map(queue -> queue(board, queue, words))
                        .toList(),
                inTurn(queue(board, Queue.HELPER, words)));
    }

    private record Words(
            Map<String, String> notes,
            String me,
            UnitKind kind,
            UnitClock times,
            Instant now,
            MessageSource messages,
            Locale locale) {

        String of(Seat seat) {
            if (seat.unavailable() == null) {
                return get("desk.duty.free");
            } else if (seat.pageClosedAt() != null) {
                return get("desk.duty.noPage", times.time(seat.pageClosedAt()));
            }
            boolean rings = seat.ringing() && seat.unavailable() == TurnReason.SERVING;
            String now = rings
                    ? get(
                            seat.serving().kind() == Contact.Kind.VISIT
                                    ? "desk.duty.ringing.VISIT"
                                    : kind.hasTeams() ? "desk.duty.ringing" : "desk.duty.ringing.PETITION")
                    : seat.unavailable().text(kind, locale);
            return seat.afterwards() == null ? now : get("desk.duty.afterwards." + seat.afterwards(), now);
        }

        /** In milliseconds; null for somebody who does not wrap up. */
        Long left(Seat seat) {
            return seat.wrapUpUntil() == null
                    ? null
                    : Duration.between(now, seat.wrapUpUntil()).toMillis();
        }

        private String get(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }

    private static QueueView queue(DutyBoard board, Queue queue, Words words) {
        QueueBoard one = board.queues().getOrDefault(queue, new QueueBoard("", null, List.of(), List.of()));
        List<SeatView> seats = one.order().stream()
                .map(seat -> seat(seat, one.upNext().indexOf(seat.agent().login()) + 1, words))
                .toList();
        return new QueueView(
                queue, one.team(), one.order().stream().filter(Seat::free).count(), seats);
    }

    /** Only the agents who are free, next first. */
    private static QueueView inTurn(QueueView queue) {
        List<SeatView> free = queue.seats().stream()
                .filter(seat -> seat.turn() > 0)
                .sorted(Comparator.comparingInt(SeatView::turn))
                .toList();
        return new QueueView(queue.queue(), queue.team(), queue.free(), free);
    }

    private static SeatView seat(Seat seat, int turn, Words words) {
        String login = seat.agent().login();
        TurnReason why = seat.unavailable();
        return new SeatView(
                seat.agent(),
                turn,
                seat.ringing() && why == TurnReason.SERVING ? "ringing" : state(why),
                words.of(seat),
                why == TurnReason.AWAY || seat.afterwards() == TurnReason.AWAY
                        ? words.notes().getOrDefault(login, "")
                        : "",
                seat.owed(),
                seat.usedAhead(),
                login.equals(words.me()),
                words.left(seat));
    }

    private static String state(TurnReason why) {
        if (why == null) {
            return "free";
        }
        return switch (why) {
            case SERVING, APPOINTMENT -> "serving";
            case AWAY, NOT_LOGGED_IN, NO_PAGE -> "away";
            case ON_LEAVE -> "leave";
            case WRAPPING_UP -> "wrapping";
            default -> "missing";
        };
    }
}
