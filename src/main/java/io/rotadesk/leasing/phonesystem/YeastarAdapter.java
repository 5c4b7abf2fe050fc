package io.rotadesk.leasing.phonesystem;

import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Yeastar P-Series, events 30011 (a call's state), 30012 (a call has ended) and 30026 (an agent of a queue did not pick up). Only what an
 * outside caller has to do with concerns us.
 */
@Component
class YeastarAdapter implements PhoneAdapter {

    private static final String STATE = "30011";
    private static final String ENDED = "30012";
    private static final String NOT_PICKED_UP = "30026";
    private static final Set<String> TALKS = Set.of("ANSWER", "ANSWERED");

    @Override
    public String name() {
        return "yeastar";
    }

    @Override
    public List<CallReport> read(PhoneMessage message) {
        Fields sent = Fields.ofJson(message.body());
        String type = sent.text("type");
        if (type == null) {
            throw new UnreadableMessageException("no type");
        }
        Fields about = sent.object("msg");
        String callId = about.text("call_id");
        if (callId == null) {
            return List.of();
        }
        return switch (type) {
            case STATE -> state(callId, about);
            case ENDED -> ended(callId, about, message);
            case NOT_PICKED_UP ->
                List.of(new CallReport(
                        call(callId, about.text("caller_number")),
                        event(CallEvent.NO_ANSWER, about.text("agent_number"), null)));
            default -> List.of();
        };
    }

    private static List<CallReport> state(String callId, Fields about) {
        String from = null;
        String outside = null;
        List<String> talking = new ArrayList<>();
        for (Fields member : about.objects("members")) {
            if (member.has("inbound")) {
                from = member.text("inbound.from");
                outside = status(member.text("inbound.member_status"));
            } else if (member.has("extension")) {
                if (TALKS.contains(status(member.text("extension.member_status")))) {
                    talking.add(member.text("extension.number"));
                }
            }
        }
        if (outside == null) {
            return List.of();
        }
        SentCall call = call(callId, from);
        if (outside.equals("BYE")) {
            return List.of(new CallReport(call, event(CallEvent.HUNG_UP, null, null)));
        }
        // Phones leave and join while the caller is there: one that is hung up ends nothing, and the caller is with the
        // one that talks.
        return talking.isEmpty()
                ? List.of(CallReport.comesIn(call))
                : List.of(new CallReport(call, event(CallEvent.TRANSFERRED, talking.get(talking.size() - 1), null)));
    }

    private static List<CallReport> ended(String callId, Fields about, PhoneMessage message) {
        String type = about.text("type");
        if (type != null && !type.toLowerCase(Locale.ROOT).equals("inbound")) {
            return List.of();
        }
        SentCall call = new SentCall(
                callId,
                about.text("call_from"),
                about.time("time_start", message.zone()),
                SentCall.Direction.INBOUND,
                null,
                null);
        return List.of(new CallReport(call, event(CallEvent.HUNG_UP, null, about.text("status"))));
    }

    private static String status(String sent) {
        return sent == null ? "" : sent.toUpperCase(Locale.ROOT);
    }

    private static SentCall call(String callId, String from) {
        return new SentCall(callId, from, null, SentCall.Direction.INBOUND, null, null);
    }

    private static SentEvent event(CallEvent type, String extension, String cause) {
        return new SentEvent(type, extension, null, null, cause);
    }
}
