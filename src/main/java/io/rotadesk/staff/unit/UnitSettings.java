package io.rotadesk.staff.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
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
 * @param registerTime until the register must be filled in (L3.8); who is late is reminded, after twice the time the
 *     manager is told
 * @param answerTime for the manager's answer (L3.7); the reminder comes at half of it
 * @param deputyAfter when the deputy is asked too
 * @param callValidityDays how long a call keeps the customer with the agent (L3.2e)
 * @param visitValidityDays the same for a visit
 * @param maxTries to call somebody back
 * @param meetingPoint where visitors are met unless an appointment says otherwise (L3.2a)
 * @param meetLead how long before an appointment its agent gets the task (L3.2a)
 * @param meetBefore how long before an appointment the agent has to be at the meeting point (L3.2a)
 * @param greetTime for the agent on duty to go to a visitor who has come (L3.1)
 * @param comeTime for the earlier agent, or the helper, to come to the visitor (L3.2c, L3.2d)
 * @param waitTime a visitor waits in line before the manager is told
 * @param handBackTime for the helper's hand-back (L3.2d); who is late is reminded, after twice the time the manager is told
 * @param acknowledgeTime the same for the earlier agent who reads it (L3.2d), and for who reads a spot check (L3.6)
 * @param followUpDays before its validity ends a customer is followed up
 * @param disputeTime for the manager to decide whose customer it is
 * @param checkPercent of the receptions that are spot-checked, 0 to 100 (L3.6)
 * @param checkTime for the manager's spot check (L3.6)
 * @param dutyBegins when the day's duty is announced, in the unit's time zone (L1.1)
 * @param publicPhone where a petitioner asks how their matter is getting on (P4); empty if the unit has none
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
        String meetingPoint,
        Duration meetLead,
        Duration meetBefore,
        Duration greetTime,
        Duration comeTime,
        Duration waitTime,
        Duration handBackTime,
        Duration acknowledgeTime,
        int followUpDays,
        Duration disputeTime,
        int checkPercent,
        Duration checkTime,
        LocalTime dutyBegins,
        String publicPhone,
        List<String> sensitiveTopics,
        Set<TurnReason> madeUp,
        Set<DayOfWeek> closedWeekdays,
        Locale locale) {

    public static final String DEFAULT_ZONE = "Asia/Shanghai";

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
                in.text("meetingPoint", "南一楼西门门口"),
                in.duration("meetLead", "30m"),
                in.duration("meetBefore", "5m"),
                in.duration("greetTime", "3m"),
                in.duration("comeTime", "5m"),
                in.duration("waitTime", "10m"),
                in.duration("handBackTime", "30m"),
                in.duration("acknowledgeTime", "4h"),
                in.number("followUpDays", 2, 365),
                in.duration("disputeTime", "24h"),
                in.number("checkPercent", 10, 0, 100),
                in.duration("checkTime", "48h"),
                in.time("dutyBegins", "08:00"),
                in.text("publicPhone", ""),
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
        map.put("meetingPoint", meetingPoint);
        map.put("meetLead", meetLead.toString());
        map.put("meetBefore", meetBefore.toString());
        map.put("greetTime", greetTime.toString());
        map.put("comeTime", comeTime.toString());
        map.put("waitTime", waitTime.toString());
        map.put("handBackTime", handBackTime.toString());
        map.put("acknowledgeTime", acknowledgeTime.toString());
        map.put("followUpDays", followUpDays);
        map.put("disputeTime", disputeTime.toString());
        map.put("checkPercent", checkPercent);
        map.put("checkTime", checkTime.toString());
        map.put("dutyBegins", dutyBegins.toString());
        map.put("sensitiveTopics", sensitiveTopics);
        map.put("madeUp", madeUp.stream().map(Enum::name).toList());
        map.put("closedWeekdays", closedWeekdays.stream().map(Enum::name).toList());
        if (!publicPhone.isEmpty()) {
            map.put("publicPhone", publicPhone);
        }
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
