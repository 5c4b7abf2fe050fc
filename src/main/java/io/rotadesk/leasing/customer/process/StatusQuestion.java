package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.DecisionContract;
import io.rotadesk.engine.models.Decisions;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The inputs of {@code customer-status.dmn} for a call or a visit: the previous contact as it was when this one began
 * (L3.2e). Each register's process has such a bean; its public methods take the contact's id as the model has it.
 */
public abstract class StatusQuestion {

    static final DecisionContract DECISION = DecisionContract.of(Decisions.CUSTOMER_STATUS, "status")
            .offered(
                    "owner",
                    "ownerKnownBy",
                    "lastContactKind",
                    "daysSinceContact",
                    "callValidityDays",
                    "visitValidityDays")
            .answering("status", "NEW", "ACTIVE", "LAPSED");

    /**
     * A register's data about one contact.
     *
     * @param at the time at which it began
     * @param owner the earlier agent, and how they are known; the agent is null if there is none
     */
    public record Asked(String unitId, Instant at, PriorContact owner) {}

    private final Units units;

    protected StatusQuestion(Units units) {
        this.units = units;
    }

    protected abstract Asked asked(String contactId);

    /** @return {@code phone} or {@code said}; null without an earlier agent */
    public String ownerKnownBy(String contactId) {
        return asked(contactId).owner().knownBy();
    }

    /** @return {@code call} or {@code visit}; null if none is known */
    public String lastContactKind(String contactId) {
        Asked asked = asked(contactId);
        return isKnownByPhone(asked) ? kind(asked.owner()) : null;
    }

    /**
     * The calendar days since the contact, in the unit's time zone: a contact on Monday is within seven days until the
     * end of next Monday.
     */
    public Long daysSinceContact(String contactId) {
        Asked asked = asked(contactId);
        return isKnownByPhone(asked)
                ? days(asked.owner(), asked.at(), settings(asked).zone())
                : null;
    }

    public long callValidityDays(String contactId) {
        return settings(asked(contactId)).get(CustomerSettings.class).callValidityDays();
    }

    public long visitValidityDays(String contactId) {
        return settings(asked(contactId)).get(CustomerSettings.class).visitValidityDays();
    }

    private static boolean isKnownByPhone(Asked asked) {
        return PriorContact.BY_PHONE.equals(asked.owner().knownBy());
    }

    /** As the table has it; null if no contact is known. */
    static String kind(PriorContact prior) {
        return prior.kind() == null ? null : prior.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The calendar days from the last contact to this one; null if none is known. */
    static Long days(PriorContact prior, Instant at, ZoneId zone) {
        return prior.at() == null
                ? null
                : ChronoUnit.DAYS.between(LocalDate.ofInstant(prior.at(), zone), LocalDate.ofInstant(at, zone));
    }

    private UnitSettings settings(Asked asked) {
        return units.get(asked.unitId()).settings();
    }
}
