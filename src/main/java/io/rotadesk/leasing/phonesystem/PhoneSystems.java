package io.rotadesk.leasing.phonesystem;

import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.call.PastCalls;
import io.rotadesk.leasing.call.PastCalls.PastCall;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import io.rotadesk.leasing.call.UnknownCallException;
import io.rotadesk.leasing.call.UnknownExtensionException;
import io.rotadesk.leasing.phonesystem.TakenMessage.Outcome;
import io.rotadesk.staff.unit.Units;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes the messages of phone systems that do not speak our API, and remembers what became of the latest ones. */
@Service
public class PhoneSystems {

    private static final Logger log = LoggerFactory.getLogger(PhoneSystems.class);

    /** The name under which a call that somebody makes to try it out is remembered. */
    private static final String TEST = IncomingCalls.TEST_QUEUE;

    private final Map<String, PhoneAdapter> adapters;
    private final PhoneMessages messages;
    private final IncomingCalls calls;
    private final PastCalls pastCalls;
    private final Collisions collisions;
    private final Units units;

    PhoneSystems(
            List<PhoneAdapter> adapters,
            PhoneMessages messages,
            IncomingCalls calls,
            PastCalls pastCalls,
            Collisions collisions,
            Units units) {
        this.adapters = adapters.stream().collect(Collectors.toMap(PhoneAdapter::name, Function.identity()));
        this.messages = messages;
        this.calls = calls;
        this.pastCalls = pastCalls;
        this.collisions = collisions;
        this.units = units;
    }

    /** The names of the systems that are understood, in order. */
    public Set<String> names() {
        return new TreeSet<>(adapters.keySet());
    }

    /** What this unit's systems sent lately, latest first. */
    public List<TakenMessage> latest(String unitId) {
        return messages.latest(unitId);
    }

    /**
     * Takes a message; what comes in twice has its effect once.
     *
     * @param system one of {@link #names()}
     * @param headers by their names in small letters
     * @return what the system wants to hear, as JSON
     * @throws NoSuchElementException if there is no such system or leasing department
     * @throws UnreadableMessageException if the message is of another system
     */
    public String take(String unitId, String system, String body, Map<String, String> headers) {
        PhoneAdapter adapter = Optional.ofNullable(adapters.get(system))
                .orElseThrow(() -> new NoSuchElementException("no phone system " + system));
        units.leasing(unitId);
        var settings = units.get(unitId).settings();
        PhoneMessage message = new PhoneMessage(
                body, headers, settings.get(PhoneSystemSettings.class).phoneFields(), settings.zone());
        List<CallReport> reports;
        try {
            reports = adapter.read(message);
        } catch (UnreadableMessageException e) {
            messages.add(unitId, system, List.of(), Outcome.UNREADABLE);
            throw e;
        }
        try {
            Outcome outcome = entered(unitId, reports)
                    .orElseGet(() -> reports.stream()
                            .map(report -> taken(unitId, adapter, report))
                            // The first that asks for attention says most.
                            .min(Comparator.comparing(PhoneSystems::rank))
                            .orElse(Outcome.NOTHING));
            messages.add(unitId, system, reports, outcome);
        } catch (RuntimeException e) {
            messages.add(unitId, system, reports, Outcome.FAILED);
            throw e;
        }
        return adapter.accepted();
    }

    /** A call of which nothing was heard before it was over. Empty if the message is about anything else. */
    private Optional<Outcome> entered(String unitId, List<CallReport> reports) {
        if (reports.isEmpty() || !reports.get(0).isTheEnd()) {
            return Optional.empty();
        }
        SentCall call = reports.get(0).call();
        if (pastCalls.isReported(unitId, call.callId())) {
            return Optional.empty();
        }
        List<SentEvent> events = reports.stream().map(CallReport::event).toList();
        PastCall entered = collisions.again(() -> pastCalls.enter(unitId, call, events));
        return Optional.of(entered)
                // It was reported meanwhile.
                .filter(PastCall::first)
                .map(past -> past.creditsNobody() ? Outcome.UNKNOWN_EXTENSION : Outcome.TAKEN);
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case FAILED, UNREADABLE -> 0;
            case UNKNOWN_EXTENSION -> 1;
            case TAKEN -> 2;
            case PAST -> 3;
            case KNOWN, NOTHING -> 4;
        };
    }

    private Outcome taken(String unitId, PhoneAdapter adapter, CallReport report) {
        try {
            if (report.event() == null) {
                return comesIn(unitId, adapter, report.call());
            }
            return event(unitId, report);
        } catch (UnknownExtensionException e) {
            log.info("A phone system named an extension that nobody has: {}", e.getMessage());
            return Outcome.UNKNOWN_EXTENSION;
        }
    }

    private Outcome comesIn(String unitId, PhoneAdapter adapter, SentCall call) {
        if (adapter.idsAreUnique() && pastCalls.isReported(unitId, call.callId())) {
            return Outcome.KNOWN;
        }
        CallReceipt receipt = calls.receive(unitId, call);
        return receipt.first() && !receipt.isLeg() ? Outcome.TAKEN : Outcome.KNOWN;
    }

    /** An event of a call that was never reported enters it. */
    private Outcome event(String unitId, CallReport report) {
        CallKey key = new CallKey(unitId, report.call().callId());
        try {
            return outcome(collisions.again(() -> calls.event(key, report.event())));
        } catch (UnknownCallException e) {
            calls.receive(unitId, report.call());
            return outcome(collisions.again(() -> calls.event(key, report.event())));
        }
    }

    private static Outcome outcome(IncomingCalls.EventResult result) {
        return result.accepted() ? Outcome.TAKEN : Outcome.PAST;
    }

    /**
     * A call that somebody makes to see where it rings: it is entered like any other.
     *
     * @param from a number; null for a withheld one
     */
    public CallReceipt tryOut(String unitId, String from) {
        SentCall call = new SentCall("test-" + UUID.randomUUID(), from, null, SentCall.Direction.INBOUND, TEST, null);
        CallReceipt receipt = calls.receive(unitId, call);
        messages.add(unitId, TEST, List.of(CallReport.comesIn(call)), receipt.isLeg() ? Outcome.KNOWN : Outcome.TAKEN);
        return receipt;
    }
}
