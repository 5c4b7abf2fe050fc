package io.rotadesk.web.api.agi;

import io.rotadesk.web.api.agi.AgiLine.Reply;
import io.rotadesk.web.api.agi.CallDesk.Next;
import io.rotadesk.web.api.agi.CallDesk.Place;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a dialplan: rings the phone that Rota Desk names, reports the outcome, and asks again, until somebody answers
 * or the caller is gone. The dialplan learns the end from the variable {@code ROTADESK_RESULT} and goes on by itself
 * when that is {@code NOBODY} or {@code FAILED}, or when there is none.
 */
final class AgiSession {

    private static final Logger log = LoggerFactory.getLogger(AgiSession.class);

    private static final Duration BEGINNING = Duration.ofSeconds(5);
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final Duration CONVERSATION = Duration.ofHours(6);
    private static final Duration CONNECTING = Duration.ofSeconds(45);

    /** A dialplan that never gets anywhere is stopped. */
    private static final int MOST_RINGS = 500;

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,80}");
    private static final Pattern PHONE = Pattern.compile("[0-9*#]{1,10}");
    private static final String ANSWERED_SCRIPT = "answered";
    private static final String OVER_SCRIPT = "over";

    /** How a session ended, in the words of the dialplan. */
    enum Result {
        /** Somebody talked with the caller. */
        ANSWERED,
        /** The caller is gone. */
        HUNGUP,
        /** Nobody took the call. */
        NOBODY,
        /** It is no new caller: the dialplan goes on as without Rota Desk. */
        NO_CALLER,
        /** Rota Desk cannot say. */
        FAILED,
        /** The answer to a report; the dialplan of the called phone goes on. */
        NOTED
    }

    private final AgiLine line;
    private final CallDesk desk;
    private final AgiSettings settings;
    private final Clock clock;
    private String unit;
    private String callId;
    private boolean spoken;

    /** The phones that were of no use since the last pause; null is among them for nobody's. */
    private final Set<String> useless = new HashSet<>();

    AgiSession(AgiLine line, CallDesk desk, AgiSettings settings, Clock clock) {
        this.line = line;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs to the end; the connection can be closed then. */
    Result run() {
        Result result;
        try {
            result = converse(line.environment(BEGINNING));
        } catch (IOException gone) {
            result = gone();
        } catch (RuntimeException e) {
            log.warn("A dialplan's call {} goes on without Rota Desk: {}", callId, e.toString());
            result = Result.FAILED;
        }
        tell(result);
        return result;
    }

    private void tell(Result result) {
        if (result == Result.NOTED || result == Result.HUNGUP) {
            return;
        }
        try {
            line.send("SET VARIABLE ROTADESK_RESULT " + result, QUICK);
        } catch (IOException e) {
            log.debug("The dialplan of call {} is gone", callId);
        }
    }

    /** The connection broke: whatever was under way, the caller is no longer ours. */
    private Result gone() {
        if (callId != null && !spoken) {
            report(() -> desk.hungUp(unit, callId, null));
        }
        return Result.HUNGUP;
    }

    private Result converse(Map<String, String> peer) throws IOException {
        String[] script = peer.getOrDefault("network_script", "")
                .replaceFirst("[?].*$", "")
                .split("/");
        unit = script[0];
        if (!desk.mayPhone(unit, peer.getOrDefault("arg_1", ""))) {
            log.warn("A dialplan has no token of unit '{}'", unit);
            return Result.FAILED;
        }
        if (script.length > 1 && script[1].equals(ANSWERED_SCRIPT)) {
            desk.answered(unit, peer.getOrDefault("arg_2", ""), peer.get("arg_3"));
            return Result.NOTED;
        }
        String id = peer.getOrDefault("uniqueid", "");
        if (id.isBlank()) {
            return Result.FAILED;
        }
        if (script.length > 1 && script[1].equals(OVER_SCRIPT)) {
            desk.hungUp(unit, id, null);
            return Result.NOTED;
        }
        Next next = desk.received(unit, id, number(peer), peer.get("arg_2"));
        callId = id;
        return ring(next);
    }

    private static String number(Map<String, String> peer) {
        String number = peer.getOrDefault("callerid", "");
        return number.toLowerCase(Locale.ROOT).equals("unknown") ? null : number;
    }

    private Result ring(Next first) throws IOException {
        Next next = first;
        Instant patience = clock.instant().plus(settings.waiting());
        for (int i = 0; i < MOST_RINGS; i++) {
            switch (next.place()) {
                case NO_CALLER -> {
                    callId = null;
                    return Result.NO_CALLER;
                }
                case OVER -> {
                    return spoken ? Result.ANSWERED : Result.NOBODY;
                }
                case WAIT -> {
                    if (clock.instant().isAfter(patience)) {
                        return Result.NOBODY;
                    }
                    pause();
                    if (line.hungUp()) {
                        return hungUp(null);
                    }
                    next = desk.now(unit, callId);
                }
                case RING, CONNECT -> {
                    if (useless.contains(next.extension())) {
                        // The same again at once would be a loop.
                        if (clock.instant().isAfter(patience)) {
                            return Result.NOBODY;
                        }
                        pause();
                        if (line.hungUp()) {
                            return hungUp(null);
                        }
                        useless.clear();
                        next = desk.now(unit, callId);
                        continue;
                    }
                    Outcome outcome = dial(next);
                    switch (outcome) {
                        case ANSWERED -> {
                            return talked(next);
                        }
                        case CALLER_GONE -> {
                            return hungUp("cancel");
                        }
                        case NOT_ANSWERED -> {
                            if (next.place() == Place.CONNECT && clock.instant().isAfter(patience)) {
                                return Result.NOBODY;
                            }
                            next = notAnswered(next);
                        }
                    }
                }
            }
        }
        return Result.NOBODY;
    }

    /** A peer that has no music must not be asked without end. */
    private void pause() throws IOException {
        long seconds = Math.max(1, settings.pause().toSeconds());
        long begin = System.nanoTime();
        line.send("EXEC MusicOnHold ," + seconds, QUICK.plus(settings.pause()));
        Duration left = settings.pause().minusNanos(System.nanoTime() - begin);
        if (!line.hungUp() && !left.isNegative()) {
            line.rest(left);
        }
    }

    private Next notAnswered(Next rang) throws IOException {
        if (rang.place() == Place.CONNECT) {
            // The manager gave the call to somebody who does not pick up; the phone is tried again.
            pause();
            return line.hungUp() ? new Next(Place.OVER, null, null) : desk.now(unit, callId);
        }
        return desk.notAnswered(unit, callId, rang.extension());
    }

    private Result talked(Next at) {
        spoken = true;
        report(() -> desk.answered(unit, callId, at.extension()));
        report(() -> desk.hungUp(unit, callId, "normalClearing"));
        return Result.ANSWERED;
    }

    private Result hungUp(String cause) {
        String id = callId;
        report(() -> desk.hungUp(unit, id, cause));
        callId = null;
        return Result.HUNGUP;
    }

    /** What a late report changes is not the caller's concern. */
    private void report(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("A report about call {} was not taken: {}", callId, e.toString());
        }
    }

    /** How the ringing of one phone ended. */
    private enum Outcome {
        ANSWERED,
        NOT_ANSWERED,
        CALLER_GONE
    }

    /** A phone at which nothing rang for a while is remembered. */
    private Outcome dial(Next next) throws IOException {
        long begin = System.nanoTime();
        Outcome outcome = outcome(next);
        if (System.nanoTime() - begin < settings.pause().toNanos()) {
            useless.add(next.extension());
        }
        return outcome;
    }

    private Outcome outcome(Next next) throws IOException {
        if (next.extension() == null || !PHONE.matcher(next.extension()).matches()) {
            return Outcome.NOT_ANSWERED;
        }
        Duration ring = next.until() == null ? CONNECTING : Duration.between(clock.instant(), next.until());
        long seconds = Math.max(1, (ring.toMillis() + 999) / 1_000);
        line.send(
                "EXEC Dial " + settings.technology() + "/" + next.extension() + "," + seconds + ",g" + answeredAt(next),
                CONVERSATION);
        Reply status = line.send("GET VARIABLE DIALSTATUS", QUICK);
        return switch (status.data().toUpperCase(Locale.ROOT)) {
            case "ANSWER" -> Outcome.ANSWERED;
            case "CANCEL" -> Outcome.CALLER_GONE;
            default -> line.hungUp() ? Outcome.CALLER_GONE : Outcome.NOT_ANSWERED;
        };
    }

    /** Reports the answer at once, by the dialplan of the called phone; without it, the answer is reported at the end. */
    private String answeredAt(Next next) {
        return SAFE.matcher(callId).matches() && SAFE.matcher(unit).matches()
                ? "U(rotadesk-answered^" + unit + "^" + callId + "^" + next.extension() + ")"
                : "";
    }
}
