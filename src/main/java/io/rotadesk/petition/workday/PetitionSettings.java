package io.rotadesk.petition.workday;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsType;
import io.rotadesk.staff.unit.UnitKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a petition unit: its own choices where the procedure leaves something open. In JSON the keys are the
 * names below; a key that is left out has its default. Each limit is a number of days and their kind; {@link Step}
 * explains the steps.
 *
 * @param workingDays the weekdays that are worked unless the calendar says otherwise
 * @param remindBeforeDays how many working days before the end of the deadline the responsible person is reminded (P4)
 * @param answerDays working days for another unit to coordinate, for a leader to decide or to give an instruction (P6)
 * @param callTime for the staff to call a petitioner whose turn it is (P3)
 * @param recallAfter a petitioner who did not come when called is called again after this time (P3)
 * @param recalls how often a petitioner is called again before the ticket is closed; 0 is possible
 * @param waitTime how long a petitioner waits in line before the leader is told (P3)
 * @param alertTime for the leader to acknowledge a large-scale event; after it the next level up is told (P5)
 * @param missedCalls after how many calls that nobody made the leader is told, and the person counts as away (P3)
 * @param openingHours when appointments are possible, see {@link OpeningHours}
 * @param slotTime how long an appointment is planned to take
 * @param slotCapacity how many appointments there can be in that time
 * @param bookAheadDays how many days ahead appointments are possible
 * @param unserved what becomes at the end of the day of numbers that nobody received (P3)
 */
public record PetitionSettings(
        @Setting(group = "ordinary", usual = "15", most = 1000, in = UnitKind.PETITION)
        int ordinaryAcceptDays,

        @Setting(group = "ordinary", usual = "CALENDAR", in = UnitKind.PETITION)
        DayKind ordinaryAcceptKind,

        @Setting(group = "ordinary", usual = "60", most = 1000, in = UnitKind.PETITION)
        int ordinaryHandleDays,

        @Setting(group = "ordinary", usual = "CALENDAR", in = UnitKind.PETITION)
        DayKind ordinaryHandleKind,

        @Setting(group = "ordinary", usual = "30", most = 1000, in = UnitKind.PETITION)
        int ordinaryExtendDays,

        @Setting(group = "ordinary", usual = "CALENDAR", in = UnitKind.PETITION)
        DayKind ordinaryExtendKind,

        @Setting(group = "ordinary", usual = "30", most = 1000, in = UnitKind.PETITION)
        int ordinaryReviewDays,

        @Setting(group = "ordinary", usual = "CALENDAR", in = UnitKind.PETITION)
        DayKind ordinaryReviewKind,

        @Setting(group = "simple", usual = "3", most = 1000, in = UnitKind.PETITION)
        int simpleAcceptDays,

        @Setting(group = "simple", usual = "WORKING", in = UnitKind.PETITION)
        DayKind simpleAcceptKind,

        @Setting(group = "simple", usual = "10", most = 1000, in = UnitKind.PETITION)
        int simpleHandleDays,

        @Setting(group = "simple", usual = "WORKING", in = UnitKind.PETITION)
        DayKind simpleHandleKind,

        @Setting(group = "simple", usual = "10", most = 1000, in = UnitKind.PETITION)
        int simpleExtendDays,

        @Setting(group = "simple", usual = "WORKING", in = UnitKind.PETITION)
        DayKind simpleExtendKind,

        @Setting(group = "simple", usual = "10", most = 1000, in = UnitKind.PETITION)
        int simpleReviewDays,

        @Setting(group = "simple", usual = "WORKING", in = UnitKind.PETITION)
        DayKind simpleReviewKind,

        @Setting(group = "stages", usual = "5", most = 1000, in = UnitKind.PETITION)
        int objectDays,

        @Setting(group = "stages", usual = "WORKING", in = UnitKind.PETITION)
        DayKind objectKind,

        @Setting(group = "stages", usual = "30", most = 1000, in = UnitKind.PETITION)
        int appealDays,

        @Setting(group = "stages", usual = "CALENDAR", in = UnitKind.PETITION)
        DayKind appealKind,

        @Setting(group = "stages", usual = "30", most = 1000, in = UnitKind.PETITION)
        int recheckDays,

        @Setting(group = "stages", usual = "CALENDAR", in = UnitKind.PETITION)
        DayKind recheckKind,

        @Setting(group = "workday", usual = "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY", in = UnitKind.PETITION)
        Set<DayOfWeek> workingDays,

        @Setting(group = "workday", usual = "3", most = 1000, in = UnitKind.PETITION)
        int remindBeforeDays,

        @Setting(group = "workday", usual = "3", most = 1000, in = UnitKind.PETITION)
        int answerDays,

        @Setting(group = "workday", usual = "3m", in = UnitKind.PETITION)
        Duration callTime,

        @Setting(group = "workday", usual = "5m", in = UnitKind.PETITION)
        Duration recallAfter,

        @Setting(group = "workday", usual = "1", least = 0, most = 20, in = UnitKind.PETITION)
        int recalls,

        @Setting(group = "workday", usual = "30m", in = UnitKind.PETITION)
        Duration waitTime,

        @Setting(group = "workday", usual = "5m", in = UnitKind.PETITION)
        Duration alertTime,

        @Setting(group = "hall", usual = "2", most = 20, in = UnitKind.PETITION)
        int missedCalls,

        @Setting(group = "hall", usual = "周一至周五 08:30-17:30", in = UnitKind.PETITION)
        String openingHours,

        @Setting(group = "hall", usual = "15m", in = UnitKind.PETITION)
        Duration slotTime,

        @Setting(group = "hall", usual = "1", most = 100, in = UnitKind.PETITION)
        int slotCapacity,

        @Setting(group = "hall", usual = "60", most = 366, in = UnitKind.PETITION)
        int bookAheadDays,

        @Setting(group = "hall", usual = "CARRIED", in = UnitKind.PETITION)
        Unserved unserved) {

    /** Reads, checks and writes the settings. */
    public static final SettingsType<PetitionSettings> TYPE = SettingsType.of(PetitionSettings.class);

    /** What becomes of numbers of a day that is over. */
    public enum Unserved {
        /** They get a number of the next day, and keep their place. */
        CARRIED,
        /** They are closed. */
        CLOSED
    }

    /** @throws RosterRefusal if the opening hours cannot be read */
    public PetitionSettings {
        OpeningHours.parse(openingHours);
    }

    public static PetitionSettings defaults() {
        return TYPE.defaults();
    }

    /**
     * @param overrides only what differs from the defaults; null values too mean the default
     * @throws RosterRefusal naming the field, if a key is unknown or a value is invalid
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PetitionSettings of(Map<String, ?> overrides) {
        return TYPE.read(overrides);
    }

    /** The ordinary profile first, then the simple one. */
    public List<Profile> profiles() {
        return List.of(
                new Profile(
                        Profile.ORDINARY,
                        new Limit(Step.ACCEPT, ordinaryAcceptDays, ordinaryAcceptKind),
                        new Limit(Step.HANDLE, ordinaryHandleDays, ordinaryHandleKind),
                        new Limit(Step.EXTEND, ordinaryExtendDays, ordinaryExtendKind),
                        new Limit(Step.REVIEW, ordinaryReviewDays, ordinaryReviewKind)),
                new Profile(
                        Profile.SIMPLE,
                        new Limit(Step.ACCEPT, simpleAcceptDays, simpleAcceptKind),
                        new Limit(Step.HANDLE, simpleHandleDays, simpleHandleKind),
                        new Limit(Step.EXTEND, simpleExtendDays, simpleExtendKind),
                        new Limit(Step.REVIEW, simpleReviewDays, simpleReviewKind)));
    }

    /** The limit of a step; where all matters have the same, whatever the profile. */
    public Limit limit(String profile, Step step) {
        return switch (step) {
            case ACCEPT, HANDLE, EXTEND, REVIEW -> profile(profile).limit(step);
            case OBJECT -> new Limit(step, objectDays, objectKind);
            case APPEAL -> new Limit(step, appealDays, appealKind);
            case RECHECK -> new Limit(step, recheckDays, recheckKind);
        };
    }

    /** The profile of this name; the ordinary one for an unknown name. */
    public Profile profile(String id) {
        return profiles().stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElse(profiles().get(0));
    }

    /**
     * @param value as in JSON; null for the default
     * @throws RosterRefusal naming the field
     */
    public PetitionSettings with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(asMap());
        changed.put(key, value);
        return of(changed);
    }

    /** All settings as in JSON, defaults included. */
    @JsonValue
    public Map<String, Object> asMap() {
        return TYPE.write(this);
    }

    /** The settings that differ from their defaults. */
    public Map<String, Object> overrides() {
        return TYPE.overrides(this);
    }
}
