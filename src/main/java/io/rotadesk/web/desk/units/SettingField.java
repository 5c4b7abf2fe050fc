package io.rotadesk.web.desk.units;

import io.rotadesk.staff.unit.DayStart;
import io.rotadesk.staff.unit.PickUpFirst;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitKind;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a setting of a unit is asked for on the page. Its label is the message {@code desk.setting.} and its key, its
 * explanation the same with {@code .help}.
 *
 * @param choices what can be chosen; empty where one can type
 */
record SettingField(String key, Kind kind, List<String> choices) {

    /** What a petition reception point has to do with: it has no project, no phones and no customers. */
    private static final Set<String> PETITION =
            Set.of("dutyBegins", "dayStart", "closedWeekdays", "madeUp", "answerTime", "publicPhone", "zone", "locale");

    private static final Set<String> PETITION_ONLY = Set.of("publicPhone");

    enum Kind {
        NUMBER,
        DURATION,
        /** One of the choices. */
        CHOICE,
        /** Any of the choices. */
        CHOICES,
        /** One text a line. */
        TEXTS,
        TEXT,
        /** A time of day. */
        TIME,
        ZONE
    }

    /** By group, as they stand on the page; a group's heading is the message {@code desk.setting.group.} and its name. */
    static final Map<String, List<SettingField>> GROUPS = groups();

    /** Those that matter to such a unit, by group. */
    static Map<String, List<SettingField>> groups(UnitKind kind) {
        Map<String, List<SettingField>> groups = new LinkedHashMap<>();
        GROUPS.forEach((group, fields) -> {
            List<SettingField> of = fields.stream()
                    .filter(field -> field.isOf(kind))
                    .map(field -> field.of(kind))
                    .toList();
            if (!of.isEmpty()) {
                groups.put(group, of);
            }
        });
        return groups;
    }

    static List<SettingField> all() {
        return GROUPS.values().stream().flatMap(List::stream).toList();
    }

    static List<SettingField> all(UnitKind kind) {
        return groups(kind).values().stream().flatMap(List::stream).toList();
    }

    private boolean isOf(UnitKind kind) {
        return kind == UnitKind.LEASING ? !PETITION_ONLY.contains(key) : PETITION.contains(key);
    }

    /** Of the reasons for a make-up turn a reception point knows only those about its staff. */
    private SettingField of(UnitKind kind) {
        if (kind == UnitKind.LEASING || !key.equals("madeUp")) {
            return this;
        }
        return choices(key, List.of(TurnReason.SERVING, TurnReason.AWAY, TurnReason.ON_LEAVE, TurnReason.NOT_IN_TIME));
    }

    /** The settings that are lists: a list with nothing chosen is empty, not the default. */
    static final Set<Kind> LISTS = Set.of(Kind.CHOICES, Kind.TEXTS);

    private static Map<String, List<SettingField>> groups() {
        Map<String, List<SettingField>> groups = new LinkedHashMap<>();
        groups.put(
                "duty",
                List.of(
                        of("dutyBegins", Kind.TIME),
                        choice("dayStart", DayStart.values()),
                        choices("closedWeekdays", List.of(DayOfWeek.values())),
                        choices(
                                "madeUp",
                                Arrays.stream(TurnReason.values())
                                        .filter(TurnReason::canBeMadeUp)
                                        .toList())));
        groups.put(
                "ring",
                List.of(
                        of("rings", Kind.NUMBER),
                        of("ringTime", Kind.DURATION),
                        choice("pickUpFirst", PickUpFirst.values()),
                        of("returnMissedTime", Kind.DURATION),
                        of("maxTries", Kind.NUMBER)));
        groups.put(
                "colleague",
                List.of(
                        of("takeOverTime", Kind.DURATION),
                        of("callBackTime", Kind.DURATION),
                        of("sensitiveTopics", Kind.TEXTS)));
        groups.put(
                "customer",
                List.of(
                        of("callValidityDays", Kind.NUMBER),
                        of("visitValidityDays", Kind.NUMBER),
                        of("followUpDays", Kind.NUMBER),
                        of("disputeTime", Kind.DURATION),
                        of("registerTime", Kind.DURATION)));
        groups.put(
                "visit",
                List.of(
                        of("meetingPoint", Kind.TEXT),
                        of("meetLead", Kind.DURATION),
                        of("meetBefore", Kind.DURATION),
                        of("greetTime", Kind.DURATION),
                        of("comeTime", Kind.DURATION),
                        of("waitTime", Kind.DURATION),
                        of("handBackTime", Kind.DURATION),
                        of("acknowledgeTime", Kind.DURATION),
                        of("checkPercent", Kind.NUMBER),
                        of("checkTime", Kind.DURATION)));
        groups.put("manager", List.of(of("answerTime", Kind.DURATION), of("deputyAfter", Kind.DURATION)));
        groups.put(
                "place",
                List.of(
                        of("publicPhone", Kind.TEXT),
                        of("zone", Kind.ZONE),
                        new SettingField("locale", Kind.CHOICE, List.of("", "zh-CN", "en"))));
        return groups;
    }

    private static SettingField of(String key, Kind kind) {
        return new SettingField(key, kind, List.of());
    }

    private static SettingField choice(String key, Enum<?>... choices) {
        return new SettingField(
                key, Kind.CHOICE, Arrays.stream(choices).map(Enum::name).toList());
    }

    private static SettingField choices(String key, List<? extends Enum<?>> choices) {
        return new SettingField(
                key, Kind.CHOICES, choices.stream().map(Enum::name).collect(Collectors.toUnmodifiableList()));
    }
}
