package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.CallBackSettings;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the agents' entries about a call: the register entry, the covered call and the call-backs (L2.2d to L2.5).
 */
@Service
@Transactional
public class CallEntries {

    private final Calls calls;
    private final MissedReturns returns;
    private final Customers customers;
    private final Rota rota;
    private final Units units;
    private final Handbook handbook;
    private final Escalations escalations;
    private final Notices notices;
    private final Clock clock;

    CallEntries(
            Calls calls,
            MissedReturns returns,
            Customers customers,
            Rota rota,
            Units units,
            Handbook handbook,
            Escalations escalations,
            Notices notices,
            Clock clock) {
        this.calls = calls;
        this.returns = returns;
        this.customers = customers;
        this.rota = rota;
        this.units = units;
        this.handbook = handbook;
        this.escalations = escalations;
        this.notices = notices;
        this.clock = clock;
    }

    /** Records the caller's answers (L2.2b), beside the data found by the number. */
    public void asked(CallKey key, String enquiry, String contactedBefore, String namedAgent) {
        Call call = calls.get(key);
        calls.save(call, call.answers(enquiry, contactedBefore, namedAgent));
    }

    /**
     * Records the register entry (L2.3). A caller who gave name and number becomes the agent's customer; an entry
     * without one of them founds no claim.
     *
     * <p>A number that nobody can have, or that could not be checked, is kept as it was typed and founds no claim.
     *
     * @param status as {@code customer-status.dmn} decided; null for a call-back after a missed call
     */
    public void registered(CallKey key, String agent, String status, CallEntry entry) {
        Call call = calls.get(key);
        Needs needs = entry.needs().cleaned(numbering(key));
        String name = needs.customerName();
        String typed =
                entry.phoneUnconfirmed() ? SafeText.orNull(entry.needs().customerPhone()) : needs.customerPhone();
        String phone = entry.phoneRefused() ? null : typed;
        // Only a number that somebody can have tells who it is.
        String ofCustomer = phone != null && !entry.phoneUnconfirmed() && needs.hasNumber() ? phone : null;
        Written written = new Written(
                status,
                name,
                phone,
                name == null,
                phone == null,
                needs.mediaSource(),
                needs.interests(),
                needs.floorArea(),
                needs.tradeType(),
                needs.budget(),
                needs.moveInDate(),
                needs.remarks(),
                entry.leftOwnDetails(),
                handbook.currentVersion(key.unitId()),
                clock.instant());
        Call registered = call.registeredBy(agent, written);
        Long customer = customerOf(call, agent, name, ofCustomer);
        calls.save(call, registered.of(customer));
        if (customer != null) {
            customers.addExtensions(
                    customer,
                    call.caller().phone(),
                    call.caller().extension(),
                    ofCustomer,
                    SentNumber.read(entry.needs().customerPhone(), numbering(key)));
        }
        rota.finished(key.contact(), agent);
        if (call.talk().handedOverBy() != null) {
            notices.settle(NoticeKind.CALL_TAKEN_OVER, key.unitId(), key.callId());
        }
        ask(key, agent, needs.question());
    }

    private Numbering numbering(CallKey key) {
        return units.get(key.unitId()).settings().numbering();
    }

    private Long customerOf(Call call, String agent, String name, String phone) {
        Instant at = call.receivedAt();
        if (call.caller().customerId() != null) {
            boolean claim = name != null && phone != null;
            customers.contacted(
                    call.unitId(), call.caller().customerId(), name, claim ? agent : null, ContactKind.CALL, at);
            if (phone != null) {
                customers.addPhone(call.caller().customerId(), call.unitId(), phone);
            }
            return call.caller().customerId();
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
        if (call.caller().phone() != null && !call.caller().phone().equals(phone)) {
            customers.addPhone(customer.id(), call.unitId(), call.caller().phone());
        }
        return customer.id();
    }

    /** Records that the call was answered for the earlier agent (L2.2d, L2.2e); the turn is made up. */
    public void covered(
            CallKey key,
            String agent,
            String answer,
            boolean sensitive,
            boolean mobileGivenOut,
            String callBackNumber,
            String questionForManager) {
        boolean toBeCalledBack = sensitive && !mobileGivenOut;
        String number = toBeCalledBack
                ? PhoneNumbers.e164(callBackNumber, numbering(key)).orElse(SafeText.orNull(callBackNumber))
                : null;
        Cover cover = new Cover(agent, answer, sensitive, number, mobileGivenOut, null);
        Call before = calls.get(key);
        Call call = calls.save(before, before.covered(cover, handbook.currentVersion(key.unitId()), clock.instant()));
        if (call.caller().customerId() != null) {
            customers.contacted(
                    call.unitId(), call.caller().customerId(), null, null, ContactKind.CALL, call.receivedAt());
        }
        rota.restored(key.contact(), agent, TurnReason.OTHERS_CUSTOMER);
        rota.finished(key.contact(), agent);
        ask(key, agent, questionForManager);
    }

    /** Records that the earlier agent has read the notes (L2.2d). */
    public void coverRead(CallKey key) {
        Call call = calls.get(key);
        calls.save(call, call.coverRead(clock.instant()));
    }

    /**
     * Records that the earlier agent called the customer back, or tried to (L2.2e).
     *
     * @param by the login of the person who called; null if it is not known
     * @return the number of tries so far
     */
    public int calledBack(CallKey key, boolean reached, String remarks, String by) {
        Call before = calls.get(key);
        Call call = calls.save(before, before.calledBack(reached, SafeText.orNull(remarks), by, clock.instant()));
        if (reached && call.caller().customerId() != null) {
            customers.contacted(
                    call.unitId(), call.caller().customerId(), null, null, ContactKind.CALL, clock.instant());
        }
        return call.callBack().tries();
    }

    /**
     * Records that a missed caller was called back, or that somebody tried (L2.1).
     *
     * @param by the login of the person who called; null if it is not known
     * @return the number of tries so far
     */
    public int returned(CallKey key, boolean reached, String remarks, String by) {
        Call before = calls.get(key);
        Call call = calls.save(before, before.returned(reached, SafeText.orNull(remarks), by, clock.instant()));
        boolean lastTry = call.callBack().tries()
                >= units.get(key.unitId())
                        .settings()
                        .get(CallBackSettings.class)
                        .maxTries();
        if (reached || lastTry) {
            returns.close(key, clock.instant());
        }
        return call.callBack().tries();
    }

    private void ask(CallKey key, String agent, String question) {
        if (SafeText.orNull(question) != null) {
            escalations.raise(key.unitId(), agent, key.contact(), question.strip());
        }
    }
}
