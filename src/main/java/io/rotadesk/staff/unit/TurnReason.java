package io.rotadesk.staff.unit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why somebody was passed over, missed a turn or got it back; why nobody was found. */
public enum TurnReason implements SettingChoice {
    /** Passed over: has a call or a visitor at the moment. */
    SERVING(true),
    /** Passed over: has hung up or said good-bye, and still writes it down. Made up where SERVING is. */
    WRAPPING_UP(false),
    /** Passed over: somebody comes to them by appointment about now (L3.2a). */
    APPOINTMENT(true),
    /** Passed over: away from the desk. */
    AWAY(true),
    /** Passed over: has opened no page today. Made up where AWAY is. */
    NOT_LOGGED_IN(false),
    /** Passed over: has had no page open for a while. Made up where AWAY is. */
    NO_PAGE(false),
    /** Passed over: on leave today. */
    ON_LEAVE(true),
    /** Passed over: no longer works here. */
    LEFT(false),
    /** Passed over: has already missed this contact. */
    MISSED_BEFORE(true),
    /** Passed over: has already used this turn, on a contact that they logged before it came round. */
    TURN_USED_AHEAD(false),
    /** Missed: let it ring. */
    NO_ANSWER(true),
    /** Missed: the caller hung up, after the third ring. */
    HUNG_UP(true),
    /** Missed: the caller hung up before the third ring. */
    HUNG_UP_EARLY(true),
    /** Missed: did not come in time. */
    NOT_IN_TIME(true),
    /** Missed: said that they cannot come. Made up where NOT_IN_TIME is. */
    CANNOT_COME(false),
    /** Restored: it was another agent's customer. */
    OTHERS_CUSTOMER(true),
    /** Restored: it was the agent's own returning customer. */
    OWN_CUSTOMER(true),
    /** Restored: a competitor's market survey (L3.4). */
    MARKET_SURVEY(true),
    /** Restored: a colleague picked the call up instead. */
    ANSWERED_ELSEWHERE(true),
    /** Restored: no enquiry about leasing. */
    NOT_LEASING(true),
    /** Restored: the visitor was entered by mistake. Made up where NOT_LEASING is. */
    ENTERED_BY_MISTAKE(false),
    /** Restored: they called the number, and nobody came (P3). */
    NOBODY_CAME(true),
    /** Nobody: everyone on duty was passed over. */
    NOBODY_FREE(false),
    /** Nobody: everyone on duty who is free has missed this contact before. */
    ALL_MISSED(false),
    /** Nobody: the queue has no members today. */
    NOBODY_ON_DUTY(false),
    /** Nobody: the unit is closed today. */
    CLOSED(false);

    private final boolean canBeMadeUp;

    TurnReason(boolean canBeMadeUp) {
        this.canBeMadeUp = canBeMadeUp;
    }

    /** The reasons that a unit makes up by default. */
    public static final String USUALLY_MADE_UP =
            "SERVING,APPOINTMENT,OTHERS_CUSTOMER,OWN_CUSTOMER,MARKET_SURVEY,ANSWERED_ELSEWHERE,NOT_LEASING,HUNG_UP_EARLY,NOBODY_CAME";

    /**
     * A reception point only has those reasons for a make-up turn that concern its staff: it has no phones and no
     * customers.
     */
    private static final Set<TurnReason> AT_RECEPTION_POINTS =
            EnumSet.of(SERVING, AWAY, ON_LEAVE, NOT_IN_TIME, NOBODY_CAME);

    /** Whether such a unit may choose to make this up. */
    @Override
    public boolean isChoiceIn(UnitKind kind) {
        return canBeMadeUp && (kind == UnitKind.LEASING ? this != NOBODY_CAME : AT_RECEPTION_POINTS.contains(this));
    }

    /** The reason in words, for people; Chinese unless the locale is English. */
    public String text(Locale locale) {
        return RosterText.of(locale, "reason." + name());
    }

    /**
     * As {@link #text(Locale)}, in the words of a unit of this kind: a reception point has petitioners, not customers.
     */
    public String text(UnitKind kind, Locale locale) {
        return RosterText.ofKind(locale, "reason." + name(), kind);
    }
}
