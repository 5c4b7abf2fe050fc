package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.DecisionContract;
import io.rotadesk.engine.models.Decisions;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;

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
                    "visitValidityDays");

    private static final String ACTIVE = "ACTIVE";

    /**
     * A register's data about one contact.
     *
     * @param at the time at which it began
     * @param owner the earlier agent, and how they are known; the agent is null if there is none
     */
    public record Asked(String unitId, Instant at, PriorContact owner) {}

    private final Units units;
    private final DecisionService decisions;

    protected StatusQuestion(Units units, DecisionService decisions) {
        this.units = units;
        this.decisions = decisions;
    }

    protected abstract Asked asked(String contactId);

    /** @return {@code phone} or {@code said}; null without an earlier agent */
    public String ownerKnownBy(String contactId) {
        return asked(contactId).owner().knownBy();
    }

    /** @return {@code call} or {@code visit}; null if none is known */
    public String lastContactKind(String contactId) {
        Asked asked = asked(contactId);
        return isKnownByPhone(asked) ? kind(asked.owner().kind()) : null;
    }

    /**
     * The calendar days since the contact, in the unit's time zone: a contact on Monday is within seven days until the
     * end of next Monday.
     */
    public Long daysSinceContact(String contactId) {
        Asked asked = asked(contactId);
        return isKnownByPhone(asked) ? days(asked) : null;
    }

    public long callValidityDays(String contactId) {
        return settings(asked(contactId)).get(CustomerSettings.class).callValidityDays();
    }

    public long visitValidityDays(String contactId) {
        return settings(asked(contactId)).get(CustomerSettings.class).visitValidityDays();
    }

    /** Whether the customer with the number was within validity. */
    protected boolean isActive(Asked asked) {
        return ACTIVE.equals(decisions
                .evaluateDecisionByKey(DECISION.decision())
                .variables(Variables.createVariables()
                        .putValue("owner", asked.owner().agent())
                        .putValue("ownerKnownBy", PriorContact.BY_PHONE)
                        .putValue("lastContactKind", kind(asked.owner().kind()))
                        .putValue("daysSinceContact", days(asked))
                        .putValue("callValidityDays", (long)
                                settings(asked).get(CustomerSettings.class).callValidityDays())
                        .putValue("visitValidityDays", (long)
                                settings(asked).get(CustomerSettings.class).visitValidityDays()))
                .evaluate()
                .getSingleEntry());
    }

    private static boolean isKnownByPhone(Asked asked) {
        return PriorContact.BY_PHONE.equals(asked.owner().knownBy());
    }

    private static String kind(ContactKind kind) {
        return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    }

    private Long days(Asked asked) {
        Instant last = asked.owner().at();
        return last == null ? null : ChronoUnit.DAYS.between(day(asked, last), day(asked, asked.at()));
    }

    private LocalDate day(Asked asked, Instant at) {
        return at.atZone(settings(asked).zone()).toLocalDate();
    }

    private UnitSettings settings(Asked asked) {
        return units.get(asked.unitId()).settings();
    }
}
