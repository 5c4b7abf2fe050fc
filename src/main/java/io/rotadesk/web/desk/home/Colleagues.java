package io.rotadesk.web.desk.home;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.DutyBoard.Seat;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.web.desk.home.HomeView.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;

/** The people of a unit with what each is doing now, for choosing one of them; those who are most likely to come are first. */
class Colleagues {

    /** In this order. */
    private static final List<String> STATES =
            List.of("free", "missed", "wrapping", "ringing", "serving", "away", "leave", "off");

    private static final Set<String> NEAR = Set.of("free", "missed", "wrapping");

    private final List<Agent> people;
    private final Map<String, Seat> seats = new HashMap<>();
    private final Instant now;
    private final MessageSource messages;
    private final Locale locale;

    Colleagues(List<Agent> people, DutyBoard board, Instant now, MessageSource messages, Locale locale) {
        this.people = people;
        this.now = now;
        this.messages = messages;
        this.locale = locale;
        board.queues().values().stream()
                .flatMap(queue -> queue.order().stream())
                .forEach(seat -> seats.putIfAbsent(seat.agent().login(), seat));
    }

    /**
     * @param misses how often each of them has missed the contact, by login
     * @param turnsOnly whether only people who take turns can have it
     */
    List<Choice> choices(Map<String, Integer> misses, boolean turnsOnly) {
        return people.stream()
                .filter(agent -> !agent.left() && (!turnsOnly || agent.team() != null))
                .map(agent -> choice(agent, misses.containsKey(agent.login())))
                .sorted(Comparator.comparingInt(choice -> STATES.indexOf(choice.state())))
                .toList();
    }

    /** @return the login of the first who is free; null if nobody is */
    static String preset(List<Choice> choices) {
        return choices.stream()
                .filter(choice ->
                        choice.state().equals("free") || choice.state().equals("missed"))
                .map(Choice::login)
                .findFirst()
                .orElse(null);
    }

    /** Those who write down what their last call was about, each with the seconds that are left. */
    Map<Agent, Long> wrappingUp() {
        Map<Agent, Long> left = new HashMap<>();
        seats.values().stream()
                .filter(seat -> seat.wrapUpUntil() != null)
                .forEach(seat -> left.put(seat.agent(), secondsUntil(seat.wrapUpUntil())));
        return left;
    }

    private Choice choice(Agent agent, boolean missed) {
        Seat seat = seats.get(agent.login());
        String state = state(seat, missed);
        return new Choice(agent.login(), agent.name(), state, words(state, seat), NEAR.contains(state));
    }

    private static String state(Seat seat, boolean missed) {
        if (seat == null) {
            return "off";
        } else if (seat.unavailable() == null) {
            return missed ? "missed" : "free";
        }
        return switch (seat.unavailable()) {
            case SERVING -> seat.ringing() ? "ringing" : "serving";
            case WRAPPING_UP -> "wrapping";
            case APPOINTMENT -> "serving";
            case AWAY, NOT_LOGGED_IN, NO_PAGE -> "away";
            case ON_LEAVE -> "leave";
            default -> "off";
        };
    }

    private String words(String state, Seat seat) {
        return switch (state) {
            case "wrapping" -> get("wrapping", secondsUntil(seat.wrapUpUntil()));
            case "ringing", "serving" -> get(state + "." + what(seat));
            case "away" -> get("absent." + seat.unavailable());
            default -> get(state);
        };
    }

    private static String what(Seat seat) {
        if (seat.serving() == null) {
            return "APPOINTMENT";
        }
        return seat.serving().kind() == Contact.Kind.VISIT ? "VISIT" : "CALL";
    }

    private long secondsUntil(Instant until) {
        return until == null ? 0 : Math.max(0, Duration.between(now, until).toSeconds());
    }

    private String get(String key, Object... arguments) {
        return messages.getMessage("desk.home.doing." + key, arguments, locale);
    }
}
