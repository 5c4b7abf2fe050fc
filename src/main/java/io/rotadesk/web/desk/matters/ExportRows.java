package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Matters as rows of a file. */
@Component
class ExportRows {

    private static final List<String> COLUMNS = List.of(
            "number",
            "unit",
            "export.registered",
            "petitioner",
            "phone",
            "groupSize",
            "category",
            "matter",
            "grade",
            "state",
            "responsible",
            "due",
            "export.overdueSince",
            "closedAt",
            "outcome",
            "export.satisfied",
            "export.visits");

    static final List<Integer> WIDTHS = List.of(14, 24, 12, 12, 16, 8, 16, 50, 10, 16, 12, 12, 12, 12, 16, 10, 8);

    private final MatterCategories categories;
    private final Agents agents;
    private final Units units;
    private final MessageSource messages;

    ExportRows(MatterCategories categories, Agents agents, Units units, MessageSource messages) {
        this.categories = categories;
        this.agents = agents;
        this.units = units;
        this.messages = messages;
    }

    List<String> head(Locale locale) {
        return COLUMNS.stream().map(column -> text(column, locale)).toList();
    }

    List<List<?>> of(List<Matter> matters, Locale locale) {
        Map<String, String> names = agents.named(matters.stream()
                .map(Matter::responsible)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return matters.stream()
                .<List<?>>map(matter -> row(matter, names, locale))
                .toList();
    }

    private List<?> row(Matter matter, Map<String, String> names, Locale locale) {
        Unit unit = units.get(matter.unitId());
        ZoneId zone = unit.settings().zone();
        return Arrays.asList(
                matter.number(),
                unit.name(),
                day(matter.openedAt(), zone),
                petitioner(matter, locale),
                PhoneNumbers.readable(matter.petitionerPhone()),
                matter.groupSize(),
                categories.label(matter.category(), locale),
                matter.purpose() == null ? matter.summary() : matter.purpose(),
                matter.receivedAt() == null ? null : text("grade." + matter.grade(), locale),
                text("state." + matter.state(), locale),
                matter.responsible() == null ? null : names.getOrDefault(matter.responsible(), matter.responsible()),
                // A deadline passes when the day after it begins.
                matter.isOpen() && matter.dueAt() != null ? day(matter.dueAt().minusNanos(1), zone) : null,
                day(matter.overdueSince(), zone),
                day(matter.closedAt(), zone),
                matter.outcome() == null
                        ? null
                        : messages.getMessage(
                                "desk.matters.outcome." + matter.outcome(), null, matter.outcome(), locale),
                matter.satisfied() == null ? null : text("satisfied." + (matter.satisfied() ? "yes" : "no"), locale),
                matter.visits());
    }

    private String petitioner(Matter matter, Locale locale) {
        if (matter.erasedAt() != null) {
            return text("erased", locale);
        }
        if (matter.petitionerName() != null) {
            return matter.petitionerName();
        }
        return text(matter.anonymous() ? "anonymous" : "unnamed", locale);
    }

    private static LocalDate day(Instant time, ZoneId zone) {
        return time == null ? null : LocalDate.ofInstant(time, zone);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("desk.matters." + key, null, locale);
    }
}
