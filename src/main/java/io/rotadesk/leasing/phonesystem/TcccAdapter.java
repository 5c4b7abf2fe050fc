package io.rotadesk.leasing.phonesystem;

import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tencent Cloud Contact Center: the record of a call, pushed when it is over. The agent who talked with the caller at last has the entry; a
 * missed call is returned. The push is repeated until it is answered, with the same id.
 */
@Component
class TcccAdapter implements PhoneAdapter {

    private static final String PUSH_ID = "x-tccc-push-uuid";
    private static final String INBOUND = "0";

    @Override
    public String name() {
        return "tccc";
    }

    @Override
    public String accepted() {
        return "{\"ErrCode\":0}";
    }

    @Override
    public List<CallReport> read(PhoneMessage message) {
        Fields record = Fields.ofJson(message.body());
        String session = record.text("SessionId");
        if (session == null) {
            throw new UnreadableMessageException("no SessionId");
        }
        if (!INBOUND.equals(record.text("Direction"))) {
            return List.of();
        }
        SentCall call = new SentCall(
                session,
                record.text("Caller"),
                first(record.time("StartTimestamp", message.zone()), record.time("QueuedTimestamp", message.zone())),
                SentCall.Direction.INBOUND,
                record.text("QueuedSkillGroupName"),
                null);
        List<CallReport> reports = new ArrayList<>();
        Instant ended = record.time("EndedTimestamp", message.zone());
        reports.add(new CallReport(
                call, new SentEvent(CallEvent.HUNG_UP, null, id(message, 1), ended, record.text("EndStatusString"))));
        Instant accepted = record.time("AcceptTimestamp", message.zone());
        if (accepted != null) {
            reports.add(new CallReport(
                    call, new SentEvent(CallEvent.ANSWERED, whoTalked(record), id(message, 2), accepted, null)));
        }
        return reports;
    }

    /** The phone of the agent who had the caller at last. */
    private static String whoTalked(Fields record) {
        String last = null;
        for (Fields served : record.objects("ServeParticipants")) {
            String phone = served.text("StaffNumber");
            last = phone == null ? last : phone;
        }
        String seat = record.text("SeatUser.StaffNumber");
        return seat != null ? seat : last;
    }

    private static String id(PhoneMessage message, int number) {
        String push = message.header(PUSH_ID);
        return push == null ? null : push + "-" + number;
    }

    private static Instant first(Instant one, Instant other) {
        return one != null ? one : other;
    }
}
