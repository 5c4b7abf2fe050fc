package io.rotadesk.leasing.phonesystem;

import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Any phone system that reports calls with fields and words of its own, as JSON or as a form. The unit's setting {@code phoneFields}
 * says what they are called, such as {@code callId=uniqueid} or {@code answered=AGENT_CONNECT}; without it they are those that many
 * systems share.
 */
@Component
class GenericAdapter implements PhoneAdapter {

    /** Our names of fields and events, and what stands for them unless the unit says otherwise. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("callId", "callId"),
            Map.entry("from", "from"),
            Map.entry("event", "event"),
            Map.entry("extension", "user"),
            Map.entry("time", "time"),
            Map.entry("cause", "cause"),
            Map.entry("direction", "direction"),
            Map.entry("queue", "queue"),
            Map.entry("comesIn", "newCall"),
            Map.entry("answered", "answer"),
            Map.entry("noAnswer", "noAnswer"),
            Map.entry("transferred", "transfer"),
            Map.entry("hungUp", "hangup"));

    private static final Map<String, CallEvent> EVENTS = Map.of(
            "answered", CallEvent.ANSWERED,
            "noAnswer", CallEvent.NO_ANSWER,
            "transferred", CallEvent.TRANSFERRED,
            "hungUp", CallEvent.HUNG_UP);

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public List<CallReport> read(PhoneMessage message) {
        Map<String, String> names = names(message.fields());
        Fields sent = Fields.of(message.body());
        String callId = sent.text(names.get("callId"));
        String event = sent.text(names.get("event"));
        if (callId == null || event == null) {
            throw new UnreadableMessageException("no id or no event");
        }
        SentCall call = new SentCall(
                callId,
                sent.text(names.get("from")),
                sent.time(names.get("time"), message.zone()),
                direction(sent.text(names.get("direction"))),
                sent.text(names.get("queue")),
                null);
        if (event.equalsIgnoreCase(names.get("comesIn"))) {
            return List.of(CallReport.comesIn(call));
        }
        return EVENTS.entrySet().stream()
                .filter(known -> event.equalsIgnoreCase(names.get(known.getKey())))
                .map(known -> new CallReport(
                        call,
                        new SentEvent(
                                known.getValue(),
                                sent.text(names.get("extension")),
                                null,
                                sent.time(names.get("time"), message.zone()),
                                sent.text(names.get("cause")))))
                .toList();
    }

    @Override
    public boolean idsAreUnique() {
        return false;
    }

    private static Map<String, String> names(List<String> fields) {
        Map<String, String> names = new HashMap<>(USUAL);
        for (String field : fields) {
            int equals = field.indexOf('=');
            if (equals > 0 && names.containsKey(field.substring(0, equals).strip())) {
                names.put(
                        field.substring(0, equals).strip(),
                        field.substring(equals + 1).strip());
            }
        }
        return names;
    }

    /** A word that is not known does not keep a call from ringing. */
    private static SentCall.Direction direction(String sent) {
        String word = sent == null ? "" : sent.toLowerCase(Locale.ROOT);
        if (word.startsWith("out")) {
            return SentCall.Direction.OUTBOUND;
        }
        return word.startsWith("int") ? SentCall.Direction.INTERNAL : SentCall.Direction.INBOUND;
    }
}
