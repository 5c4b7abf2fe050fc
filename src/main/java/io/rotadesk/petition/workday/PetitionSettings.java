package io.rotadesk.petition.workday;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.SettingsReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a petition unit decides for itself where the procedure leaves it open. In JSON the keys are the names below,
 * a profile's number of days is {@code ordinaryAcceptDays} and so on; a key that is left out has its default.
 *
 * @param profiles ordinary first, then urgent
 * @param remindBeforeDays so many working days before the deadline's end the responsible person is reminded (P4)
 * @param alertTime for the leader to acknowledge a large-scale event, then the next level up is told (P5)
 * @param callTime for the staff to call a petitioner whose turn it is (P3)
 * @param recallAfter who did not come when called is called again (P3)
 * @param recalls how often, before the ticket is closed; 0 is possible
 * @param waitTime a petitioner waits in line before the leader is told (P3)
 * @param answerDays working days for another unit to accept a transfer, to coordinate, or to give an instruction (P6)
 * @param workingDays the weekdays that are worked unless the calendar says otherwise
 */
public record PetitionSettings(
        List<Profile> profiles,
        int remindBeforeDays,
        Duration alertTime,
        Duration callTime,
        Duration recallAfter,
        int recalls,
        Duration waitTime,
        int answerDays,
        Set<DayOfWeek> workingDays) {

    private static final int LONGEST = 1000;

    private static final PetitionSettings DEFAULTS = of(Map.of());

    public static PetitionSettings defaults() {
        return DEFAULTS;
    }

    /**
     * @param overrides only what differs from the defaults; null values too mean the default
     * @throws RosterRefusal naming the field, if a key is unknown or a value cannot be
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PetitionSettings of(Map<String, ?> overrides) {
        SettingsReader in = new SettingsReader(overrides);
        PetitionSettings settings = new PetitionSettings(
                List.of(
                        profile(in, new Profile(Profile.ORDINARY, 15, 60, 30, 30)),
                        profile(in, new Profile(Profile.URGENT, 3, 15, 10, 10))),
                in.number("remindBeforeDays", 3, LONGEST),
                in.duration("alertTime", "5m"),
                in.duration("callTime", "3m"),
                in.duration("recallAfter", "5m"),
                in.number("recalls", 1, 0, 20),
                in.duration("waitTime", "30m"),
                in.number("answerDays", 3, LONGEST),
                in.someChoices("workingDays", DayOfWeek.class, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
        in.refuseTheRest();
        return settings;
    }

    /** The profile; the ordinary one for a name that no profile has. */
    public Profile profile(String id) {
        return profiles.stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElse(profiles.get(0));
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

    /** All settings as they are in JSON, the defaults too. */
    @JsonValue
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Profile profile : profiles) {
            map.put(key(profile, "AcceptDays"), profile.acceptDays());
            map.put(key(profile, "HandleDays"), profile.handleDays());
            map.put(key(profile, "ExtendDays"), profile.extendDays());
            map.put(key(profile, "ReviewDays"), profile.reviewDays());
        }
        map.put("remindBeforeDays", remindBeforeDays);
        map.put("alertTime", alertTime.toString());
        map.put("callTime", callTime.toString());
        map.put("recallAfter", recallAfter.toString());
        map.put("recalls", recalls);
        map.put("waitTime", waitTime.toString());
        map.put("answerDays", answerDays);
        map.put("workingDays", workingDays.stream().map(Enum::name).toList());
        return map;
    }

    /** The keys whose value is not the default. */
    public Map<String, Object> overrides() {
        Map<String, Object> usual = DEFAULTS.asMap();
        Map<String, Object> different = new LinkedHashMap<>(asMap());
        different.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), usual.get(entry.getKey())));
        return different;
    }

    private static Profile profile(SettingsReader in, Profile usual) {
        return new Profile(
                usual.id(),
                in.number(key(usual, "AcceptDays"), usual.acceptDays(), LONGEST),
                in.number(key(usual, "HandleDays"), usual.handleDays(), LONGEST),
                in.number(key(usual, "ExtendDays"), usual.extendDays(), LONGEST),
                in.number(key(usual, "ReviewDays"), usual.reviewDays(), LONGEST));
    }

    private static String key(Profile profile, String days) {
        return profile.id().toLowerCase(Locale.ROOT) + days;
    }
}
