package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the matters of a list into words. */
@Component("deskMatterRows")
class MatterRows {

    private final DueViews dues;
    private final MatterCategories categories;
    private final Agents agents;
    private final Units units;

    MatterRows(DueViews dues, MatterCategories categories, Agents agents, Units units) {
        this.dues = dues;
        this.categories = categories;
        this.agents = agents;
        this.units = units;
    }

    @Transactional(readOnly = true)
    public List<MatterRow> of(Unit unit, List<Matter> matters, Locale locale) {
        Map<MatterId, DueView> due = dues.of(matters);
        Map<String, String> names = agents.named(matters.stream()
                .map(Matter::responsible)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return matters.stream()
                .map(matter -> new MatterRow(
                        matter,
                        matter.openedAt().atZone(unit.settings().zone()),
                        PhoneNumbers.readable(matter.petitionerPhone()),
                        categories.label(matter.category(), locale),
                        matter.responsible() == null
                                ? null
                                : names.getOrDefault(matter.responsible(), matter.responsible()),
                        matter.unitId().equals(unit.id())
                                ? null
                                : units.get(matter.unitId()).name(),
                        due.get(matter.id())))
                .toList();
    }
}
