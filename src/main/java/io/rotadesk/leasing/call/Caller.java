package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * The caller, by the number.
 *
 * @param raw the number as it was transmitted; null if it is withheld
 * @param phone E.164; null if the number is withheld or invalid
 * @param extension behind a complete number; null for none
 * @param candidates how many customers the number belongs to; with more than one, none is chosen silently
 * @param customerId null unless it is exactly one
 * @param priorAgent the agent of the customer who called, as it was when the call came in; so are kind and time of
 *     contact
 */
public record Caller(
        @Column("caller_raw") String raw,
        @Column("caller_phone") String phone,
        @Column("caller_extension") String extension,
        int candidates,
        Long customerId,
        String priorAgent,
        ContactKind priorContactKind,
        Instant priorContactAt) {

    private static final int LONGEST = 120;

    /**
     * @param sent the number as it was transmitted, of any length; may be null
     * @param number what it means
     */
    static Caller of(String sent, SentNumber number) {
        String raw = SafeText.orNull(sent);
        return new Caller(
                raw == null ? null : SafeText.cut(raw, LONGEST),
                number.e164(),
                number.extension(),
                0,
                null,
                null,
                null,
                null);
    }

    /** Sets the customer, if the number belongs to exactly one. */
    Caller known(Long customer, String agent, ContactKind kind, Instant at) {
        return new Caller(raw, phone, extension, candidates, customer, agent, kind, at);
    }

    Caller oneOf(int customers) {
        return new Caller(raw, phone, extension, customers, customerId, priorAgent, priorContactKind, priorContactAt);
    }

    Caller isCustomer(Long customer) {
        return new Caller(raw, phone, extension, candidates, customer, priorAgent, priorContactKind, priorContactAt);
    }

    /**
     * The number as it is shown and called back, with its extension; as it was transmitted if it is no number, since somebody
     * may find out what was meant. Null if it was withheld.
     */
    public String number() {
        if (phone == null) {
            return SentNumber.read(raw, Numbering.HOME).isWithheld() ? null : raw;
        }
        return extension == null ? phone : at(extension);
    }

    /** The same number with another extension behind it. */
    public String at(String otherExtension) {
        return phone + "-" + otherExtension;
    }

    /** Under which the caller has one call-back, however often they try: by the switchboard's number, or what was transmitted. */
    String returnKey() {
        return phone != null ? phone : number();
    }
}
