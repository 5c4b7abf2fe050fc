package io.rotadesk.leasing.calllist;

import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.leasing.calllist.RegisteredCalls.Registered;
import io.rotadesk.platform.phone.Extensions;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a phone system's list with the register. Calls are matched by their id, and without one by number and time. Both sides are
 * read once, whatever the length of the list.
 */
@Service
public class CallComparison {

    /**
     * What came of a comparison.
     *
     * @param listed the number of incoming calls in the list
     * @param agreed how many of them the register has in the same way
     * @param found the differences; those that are known already are among them
     * @param added how many of them are new
     */
    public record Compared(int listed, int agreed, List<CallDifference> found, int added) {}

    /** An id that comes again this much later is of another call. */
    private static final Duration SAME_ID = Duration.ofHours(12);

    /** The clocks of two systems, and the time that a call takes to be reported. */
    private static final Duration SAME_NUMBER = Duration.ofMinutes(3);

    /** An agent who logs a call by hand does it afterwards, and types the time. */
    private static final Duration LOGGED = Duration.ofMinutes(30);

    private static final Duration WITHHELD = Duration.ofMinutes(1);

    /** A phone rings on for a moment until the system has stopped it. */
    private static final Duration STOPPED_IN = Duration.ofSeconds(2);

    private final RegisteredCalls register;
    private final CallDifferences differences;
    private final Units units;
    private final Agents agents;

    CallComparison(RegisteredCalls register, CallDifferences differences, Units units, Agents agents) {
        this.register = register;
        this.differences = differences;
        this.units = units;
        this.agents = agents;
    }

    /**
     * Compares, and keeps what differs; the unit's managers are told of what is new. The same list again adds nothing.
     *
     * @param by the login of the person, or the name of the phone system, that sent the list
     * @throws java.util.NoSuchElementException if there is no such leasing department
     */
    @Transactional
    public Compared compare(String unitId, List<ListedCall> list, String by) {
        units.leasing(unitId);
        Unit unit = units.get(unitId);
        Map<String, Agent> phones = agents.byExtension(unitId);
        List<ListedCall> incoming = list.stream()
                .filter(ListedCall::incoming)
                .filter(call -> !isOfColleague(unit, phones, call))
                .toList();
        if (incoming.isEmpty()) {
            return new Compared(0, 0, List.of(), 0);
        }
        List<List<ListedCall>> calls = calls(incoming, unit.settings().numbering());
        Matching matching = new Matching(unit, phones, calls);
        List<CallDifference> found = matching.differences();
        return new Compared(calls.size(), matching.agreed, found, differences.keep(unit, found, by));
    }

    /** A call from one of our own phones brings no caller. */
    private static boolean isOfColleague(Unit unit, Map<String, Agent> phones, ListedCall call) {
        String extension = call.from() == null
                        || SentNumber.read(call.from(), unit.settings().numbering())
                                .isValid()
                ? null
                : Extensions.plain(call.from());
        return extension != null && phones.containsKey(extension);
    }

    /**
     * The rows of each call: a call that rang at several phones has several, and not all of them need a number. An id that has
     * another number, or comes again much later, is of another call.
     */
    private static List<List<ListedCall>> calls(List<ListedCall> rows, Numbering numbering) {
        List<List<ListedCall>> calls = new ArrayList<>();
        Map<String, Deque<RowsOfCall>> withId = new HashMap<>();
        for (ListedCall row :
                rows.stream().sorted(Comparator.comparing(ListedCall::at)).toList()) {
            if (row.id() == null) {
                calls.add(List.of(row));
                continue;
            }
            String number = comparable(row.from(), numbering);
            Deque<RowsOfCall> latestFirst = withId.computeIfAbsent(row.id(), id -> new ArrayDeque<>());
            RowsOfCall call = latestFirst.stream()
                    .filter(one -> one.canHave(row, number))
                    .findFirst()
                    .orElseGet(() -> {
                        RowsOfCall another = new RowsOfCall();
                        latestFirst.addFirst(another);
                        calls.add(another.rows);
                        return another;
                    });
            call.add(row, number);
        }
        return calls;
    }

    /** The rows of a call, while the list is gone through. */
    private static final class RowsOfCall {

        private final List<ListedCall> rows = new ArrayList<>();
        private String number = "";

        boolean canHave(ListedCall row, String itsNumber) {
            return Duration.between(rows.get(0).at(), row.at()).compareTo(SAME_ID) <= 0
                    && (number.isEmpty() || itsNumber.isEmpty() || number.equals(itsNumber));
        }

        void add(ListedCall row, String itsNumber) {
            rows.add(row);
            number = number.isEmpty() ? itsNumber : number;
        }
    }

    /** @return empty if it is withheld */
    private static String comparable(String written, Numbering numbering) {
        SentNumber read = SentNumber.read(written, numbering);
        return read.isWithheld() ? "" : read.number().orElseGet(() -> written.replaceAll("\\D", ""));
    }

    /** One comparison. */
    private final class Matching {

        private final Unit unit;
        private final Numbering numbering;
        private final Map<String, Agent> phones;
        private final List<List<ListedCall>> calls;
        private final Instant first;
        private final Instant last;
        private final Set<Registered> unmatched;
        private final Map<String, List<Registered>> byId = new HashMap<>();
        private final Map<String, List<Registered>> byNumber = new HashMap<>();
        private final Set<String> legs;
        private final List<CallDifference> found = new ArrayList<>();
        private int agreed;

        Matching(Unit unit, Map<String, Agent> phones, List<List<ListedCall>> calls) {
            this.unit = unit;
            this.numbering = unit.settings().numbering();
            this.phones = phones;
            this.calls = calls;
            first = calls.stream()
                    .map(Matching::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            last = calls.stream()
                    .map(Matching::at)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            unmatched = new LinkedHashSet<>(register.between(unit.id(), first.minus(SAME_ID), last.plus(SAME_ID)));
            for (Registered call : unmatched) {
                byId.computeIfAbsent(call.callId(), id -> new ArrayList<>()).add(call);
                if (call.sentId() != null) {
                    byId.computeIfAbsent(kept(call.sentId()), id -> new ArrayList<>())
                            .add(call);
                }
                byNumber.computeIfAbsent(number(call), number -> new ArrayList<>())
                        .add(call);
            }
            legs = register.legs(unit.id(), first.minus(SAME_ID), last.plus(SAME_ID));
        }

        private static Instant at(List<ListedCall> rows) {
            return rows.stream()
                    .map(ListedCall::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /** @return null if no row has a number */
        private static String from(List<ListedCall> rows) {
            return rows.stream()
                    .map(ListedCall::from)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private String kept(String sentId) {
            return CallKey.ofSent(unit.id(), sentId).callId();
        }

        List<CallDifference> differences() {
            List<List<ListedCall>> left = new ArrayList<>();
            // Ids are surer than numbers, so that no call takes what belongs to another.
            for (List<ListedCall> rows : calls) {
                withId(rows).ifPresentOrElse(call -> count(() -> matched(rows, call)), () -> left.add(rows));
            }
            for (List<ListedCall> rows : left) {
                Optional<Registered> call = withNumber(rows);
                count(() -> call.ifPresentOrElse(one -> matched(rows, one), () -> withoutEntry(rows)));
            }
            unmatched.stream()
                    .filter(call -> !call.byHand()
                            && !call.receivedAt().isBefore(first)
                            && !call.receivedAt().isAfter(last))
                    .forEach(call -> found.add(new CallDifference(
                            null,
                            unit.id(),
                            DifferenceKind.NOT_LISTED,
                            call.receivedAt(),
                            null,
                            call.callId(),
                            call.raw(),
                            null,
                            null,
                            null)));
            return found;
        }

        /** Compares one call, and counts it if nothing about it differs. */
        private void count(Runnable comparing) {
            int before = found.size();
            comparing.run();
            agreed += found.size() == before ? 1 : 0;
        }

        private Optional<Registered> withId(List<ListedCall> rows) {
            String id = rows.get(0).id();
            return id == null ? Optional.empty() : nearest(byId.get(kept(id)), at(rows), call -> SAME_ID);
        }

        private Optional<Registered> withNumber(List<ListedCall> rows) {
            String number = comparable(from(rows), numbering);
            return nearest(
                    byNumber.get(number),
                    at(rows),
                    call -> call.byHand() ? LOGGED : number.isEmpty() ? WITHHELD : SAME_NUMBER);
        }

        private Optional<Registered> nearest(
                List<Registered> candidates, Instant at, Function<Registered, Duration> within) {
            return candidates == null
                    ? Optional.empty()
                    : candidates.stream()
                            .filter(unmatched::contains)
                            .filter(call -> apart(call, at).compareTo(within.apply(call)) <= 0)
                            .min(Comparator.comparing(call -> apart(call, at)));
        }

        private static Duration apart(Registered call, Instant at) {
            return Duration.between(call.receivedAt(), at).abs();
        }

        private String number(Registered call) {
            return call.phone() != null ? call.phone() : comparable(call.raw(), numbering);
        }

        private void withoutEntry(List<ListedCall> rows) {
            String id = rows.get(0).id();
            if (id == null || !legs.contains(kept(id))) {
                ListedCall picked = pickedUp(rows).orElse(rows.get(0));
                Boolean answered = answered(rows);
                found.add(difference(
                        DifferenceKind.NEVER_ARRIVED,
                        rows,
                        null,
                        Boolean.TRUE.equals(answered) ? picked.extension() : null,
                        null));
            }
            rangTooLong(rows, null);
        }

        private void matched(List<ListedCall> rows, Registered call) {
            unmatched.remove(call);
            Boolean answered = answered(rows);
            String extension = pickedUp(rows).map(ListedCall::extension).orElse(null);
            boolean answeredHere = call.answeredAt() != null;
            if (Boolean.TRUE.equals(answered) && !answeredHere) {
                found.add(difference(DifferenceKind.ANSWERED_NOT_HERE, rows, call, extension, null));
            } else if (Boolean.FALSE.equals(answered) && answeredHere) {
                found.add(difference(DifferenceKind.NOT_ANSWERED_THERE, rows, call, null, null));
            } else if (answeredHere
                    && colleagueAt(extension)
                            .filter(Predicate.not(call::wasAnsweredBy))
                            .isPresent()) {
                found.add(difference(DifferenceKind.ANSWERED_ELSEWHERE, rows, call, extension, null));
            }
            rangTooLong(rows, call);
        }

        /** The row of whoever has the caller at last. */
        private static Optional<ListedCall> pickedUp(List<ListedCall> rows) {
            return rows.stream()
                    .filter(row -> Boolean.TRUE.equals(row.answered()))
                    .max(Comparator.comparing(ListedCall::at));
        }

        /** @return null if the list does not say */
        private static Boolean answered(List<ListedCall> rows) {
            if (pickedUp(rows).isPresent()) {
                return true;
            }
            return rows.stream().allMatch(row -> row.answered() != null) ? Boolean.FALSE : null;
        }

        private Optional<String> colleagueAt(String extension) {
            String plain = Extensions.plain(extension);
            return plain == null
                    ? Optional.empty()
                    : Optional.ofNullable(phones.get(plain)).map(Agent::login);
        }

        private void rangTooLong(List<ListedCall> rows, Registered call) {
            Duration most = unit.settings().get(CallSettings.class).pickUpTime().plus(STOPPED_IN);
            rows.stream()
                    .filter(row -> row.rangFor() != null
                            && colleagueAt(row.extension()).isPresent())
                    .filter(row -> Duration.ofSeconds(row.rangFor()).compareTo(most) > 0)
                    .forEach(row -> found.add(difference(
                            DifferenceKind.RANG_TOO_LONG, List.of(row), call, row.extension(), row.rangFor())));
        }

        private CallDifference difference(
                DifferenceKind kind, List<ListedCall> rows, Registered call, String extension, Integer rangFor) {
            return new CallDifference(
                    null,
                    unit.id(),
                    kind,
                    at(rows),
                    rows.get(0).id(),
                    call == null ? null : call.callId(),
                    from(rows),
                    answered(rows),
                    extension,
                    rangFor);
        }
    }
}
