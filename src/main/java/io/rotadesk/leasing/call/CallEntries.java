package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.CallBackSettings;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents write down about a call: the entry, the covered call and the call-backs (L2.2d to L2.5). */
@Service
@Transactional
public class CallEntries {

    private final CallRegister register;
    private final MissedReturns returns;
    private final Customers customers;
    private final Rota rota;
    private final Units units;
    private final Handbook handbook;
    private final Escalations escalations;
    private final Clock clock;

    CallEntries(
            CallRegister register,
            MissedReturns returns,
            Customers customers,
            Rota rota,
            Units units,
            Handbook handbook,
            Escalations escalations,
            Clock clock) {
        this.register = register;
        this.returns = returns;
        this.customers = customers;
        this.rota = rota;
        this.units = units;
        this.handbook = handbook;
        this.escalations = escalations;
        this.clock = clock;
    }

    /** What the caller said when asked (L2.2b); kept beside what the number tells. */
    public void asked(CallKey key, String enquiry, String contactedBefore, String namedAgent) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("enquiry", enquiry);
        changes.put("contacted_before", contactedBefore);
        changes.put("named_agent", namedAgent);
        register.change(key, changes);
    }

    /**
     * The entry of the register (L2.3). Who gave name and number becomes the agent's customer; an entry without one of
     * them founds no claim.
     *
     * @param status as {@code customer-status.dmn} decided; null for a call-back after a missed call
     */
    public void registered(CallKey key, String agent, String status, CallEntry entry) {
        Call call = register.get(key);
        String name = blankToNull(entry.customerName());
        String phone = entry.phoneRefused()
                ? null
                : PhoneNumbers.e164(entry.customerPhone()).orElse(blankToNull(entry.customerPhone()));
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", CallState.REGISTERED);
        changes.put("agent", agent);
        changes.put("status", status);
        changes.put("customer_name", name);
        changes.put("customer_phone", phone);
        changes.put("name_refused", name == null);
        changes.put("phone_refused", phone == null);
        changes.put("media_source", blankToNull(entry.mediaSource()));
        changes.put("interests", blankToNull(entry.interests()));
        changes.put("floor_area", entry.floorArea());
        changes.put("trade_type", blankToNull(entry.tradeType()));
        changes.put("budget", blankToNull(entry.budget()));
        changes.put("move_in_date", entry.moveInDate());
        changes.put("remarks", blankToNull(entry.remarks()));
        changes.put("left_own_details", entry.leftOwnDetails());
        changes.put("script_version", handbook.currentVersion(key.unitId()));
        changes.put("registered_at", clock.instant());
        changes.put("customer_id", customerOf(call, agent, name, phone));
        register.change(key, changes);
        rota.finished(key.contact(), agent);
        ask(key, agent, entry.questionForManager());
    }

    private Long customerOf(Call call, String agent, String name, String phone) {
        Instant at = call.receivedAt();
        if (call.customerId() != null) {
            boolean claim = name != null && phone != null;
            customers.contacted(call.unitId(), call.customerId(), name, claim ? agent : null, ContactKind.CALL, at);
            if (phone != null) {
                customers.addPhone(call.customerId(), call.unitId(), phone);
            }
            return call.customerId();
        }
        if (name == null || phone == null) {
            return null;
        }
        var candidates = customers.byPhone(call.unitId(), phone);
        var same = candidates.stream().filter(c -> name.equals(c.name())).findFirst();
        if (same.isPresent()) {
            customers.contacted(call.unitId(), same.get().id(), name, agent, ContactKind.CALL, at);
            return same.get().id();
        }
        var customer = customers.add(call.unitId(), name, phone, agent, ContactKind.CALL, at);
        if (call.callerPhone() != null && !call.callerPhone().equals(phone)) {
            customers.addPhone(customer.id(), call.unitId(), call.callerPhone());
        }
        return customer.id();
    }

    /** The call was answered for the earlier agent (L2.2d, L2.2e); the turn is made up. */
    public void covered(
            CallKey key,
            String agent,
            String answer,
            boolean sensitive,
            boolean mobileGivenOut,
            String callBackNumber,
            String questionForManager) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", CallState.COVERED);
        changes.put("covered_by", agent);
        changes.put("cover_answer", answer);
        changes.put("sensitive", sensitive);
        changes.put("mobile_given_out", mobileGivenOut);
        boolean toBeCalledBack = sensitive && !mobileGivenOut;
        changes.put(
                "call_back_number",
                toBeCalledBack ? PhoneNumbers.e164(callBackNumber).orElse(blankToNull(callBackNumber)) : null);
        changes.put("script_version", handbook.currentVersion(key.unitId()));
        changes.put("registered_at", clock.instant());
        Call call = register.change(key, changes);
        if (call.customerId() != null) {
            customers.contacted(call.unitId(), call.customerId(), null, null, ContactKind.CALL, call.receivedAt());
        }
        rota.restored(key.contact(), agent, TurnReason.OTHERS_CUSTOMER);
        rota.finished(key.contact(), agent);
        ask(key, agent, questionForManager);
    }

    /** The earlier agent has read what was said (L2.2d). */
    public void coverRead(CallKey key) {
        register.change(key, Map.of("cover_read_at", clock.instant()));
    }

    /**
     * The earlier agent called the customer back, or tried to (L2.2e).
     *
     * @return how often it was tried by now
     */
    public int calledBack(CallKey key, boolean reached, String remarks) {
        Call call = followedUp(key, reached, remarks);
        if (reached && call.customerId() != null) {
            customers.contacted(call.unitId(), call.customerId(), null, null, ContactKind.CALL, clock.instant());
        }
        return call.followUpTries();
    }

    /**
     * A missed caller was called back, or it was tried (L2.1).
     *
     * @return how often it was tried by now
     */
    public int returned(CallKey key, boolean reached, String remarks) {
        Call call = followedUp(key, reached, remarks);
        boolean lastTry = call.followUpTries()
                >= units.get(key.unitId())
                        .settings()
                        .get(CallBackSettings.class)
                        .maxTries();
        if (reached || lastTry) {
            returns.close(key, clock.instant());
        }
        if (reached) {
            register.change(key, Map.of("state", CallState.ANSWERED));
        }
        return call.followUpTries();
    }

    private Call followedUp(CallKey key, boolean reached, String remarks) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("follow_up_outcome", reached ? "reached" : "notReached");
        changes.put("follow_up_remarks", blankToNull(remarks));
        changes.put("follow_up_tries", register.get(key).followUpTries() + 1);
        changes.put("follow_up_at", clock.instant());
        return register.change(key, changes);
    }

    private void ask(CallKey key, String agent, String question) {
        if (blankToNull(question) != null) {
            escalations.raise(key.unitId(), agent, key.contact(), question.strip());
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
