package io.rotadesk.roster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a unit decides for itself where the procedures leave it open. In JSON the keys are the names below, durations are
 * {@code PT30S} or {@code 30s}; a key that is left out has its default.
 *
 * @param zone in which the unit's days begin and end
 * @param rings after so many the next agent is called (L2.1)
 * @param ringTime how long one ring takes
 * @param takeOverTime for the customer's agent to take a call over (L2.2c)
 * @param callBackTime until a promised call back is due (L2.2e)
 * @param returnMissedTime until a caller who hung up must be called
 * @param registerTime until the register must be filled in (L3.8)
 * @param answerTime for the manager's answer (L3.7); the reminder comes at half of it
 * @param deputyAfter when the deputy is asked too
 * @param callValidityDays how long a call keeps the customer with the agent (L3.2e)
 * @param visitValidityDays the same for a visit
 * @param maxTries to call somebody back
 * @param sensitiveTopics not answered by a colleague who covers (L2.2e)
 * @param madeUp for what an agent gets a turn back
 * @param closedWeekdays on which there is no duty
 * @param locale null for the application's
 */
public record UnitSettings(
        ZoneId zone,
        int rings,
        Duration ringTime,
        DayStart dayStart,
        PickUpFirst pickUpFirst,
        Duration takeOverTime,
        Duration callBackTime,
        Duration returnMissedTime,
        Duration registerTime,
        Duration answerTime,
        Duration deputyAfter,
        int callValidityDays,
        int visitValidityDays,
        int maxTries,
        List<String> sensitiveTopics,
        Set<TurnReason> madeUp,
        Set<DayOfWeek> closedWeekdays,
        Locale locale) {

    static final String DEFAULT_ZONE = "Asia/Shanghai";

    private static final UnitSettings DEFAULTS = of(Map.of());

    public static UnitSettings defaults() {
        return DEFAULTS;
    }

    /**
     * @param overrides only what differs from the defaults; null values too mean the default
     * @throws RosterRefusal naming the field, if a key is unknown or a value cannot be
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitSettings of(Map<String, ?> overrides) {
        SettingsReader in = new SettingsReader(overrides);
        UnitSettings settings = new UnitSettings(
                in.zone("zone", DEFAULT_ZONE),
                in.number("rings", 3, 20),
                in.duration("ringTime", "5s"),
                in.choice("dayStart", DayStart.RESTART),
                in.choice("pickUpFirst", PickUpFirst.DUTY),
                in.duration("takeOverTime", "30s"),
                in.duration("callBackTime", "30m"),
                in.duration("returnMissedTime", "15m"),
                in.duration("registerTime", "30m"),
                in.duration("answerTime", "10m"),
                in.duration("deputyAfter", "20m"),
                in.number("callValidityDays", 7, 3650),
                in.number("visitValidityDays", 15, 3650),
                in.number("maxTries", 3, 20),
                in.texts("sensitiveTopics", List.of("价格", "折扣", "合同条款")),
                in.choices("madeUp", TurnReason.class, TurnReason.usuallyMadeUp(), TurnReason::canBeMadeUp),
                in.choices("closedWeekdays", DayOfWeek.class, Set.of(), day -> true),
                in.locale("locale"));
        in.refuseTheRest();
        return settings;
    }

    /** How long a phone rings at one agent before it goes to the next. */
    public Duration pickUpTime() {
        return ringTime.multipliedBy(rings);
    }

    /**
     * @param value as in JSON; null for the default
     * @throws RosterRefusal naming the field
     */
    public UnitSettings with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(asMap());
        changed.put(key, value);
        return of(changed);
    }

    /** All settings as they are in JSON, the defaults too. */
    @JsonValue
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("zone", zone.getId());
        map.put("rings", rings);
        map.put("ringTime", ringTime.toString());
        map.put("dayStart", dayStart.name());
        map.put("pickUpFirst", pickUpFirst.name());
        map.put("takeOverTime", takeOverTime.toString());
        map.put("callBackTime", callBackTime.toString());
        map.put("returnMissedTime", returnMissedTime.toString());
        map.put("registerTime", registerTime.toString());
        map.put("answerTime", answerTime.toString());
        map.put("deputyAfter", deputyAfter.toString());
        map.put("callValidityDays", callValidityDays);
        map.put("visitValidityDays", visitValidityDays);
        map.put("maxTries", maxTries);
        map.put("sensitiveTopics", sensitiveTopics);
        map.put("madeUp", madeUp.stream().map(Enum::name).toList());
        map.put("closedWeekdays", closedWeekdays.stream().map(Enum::name).toList());
        if (locale != null) {
            map.put("locale", locale.toLanguageTag());
        }
        return map;
    }

    /** The keys whose value is not the default. */
    public Map<String, Object> overrides() {
        Map<String, Object> usual = DEFAULTS.asMap();
        Map<String, Object> different = new LinkedHashMap<>(asMap());
        different.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), usual.get(entry.getKey())));
        return different;
    }
}
