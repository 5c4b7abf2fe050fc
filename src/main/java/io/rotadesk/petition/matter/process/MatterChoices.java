package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Transfers;
import io.rotadesk.petition.matter.Transfers.Transfer;
import io.rotadesk.staff.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The lists from which the forms about a matter let people choose. */
@Component
class MatterChoices {

    private final Transfers transfers;
    private final Coordination coordination;
    private final MatterCategories categories;
    private final MatterPeople people;
    private final HandlingWording texts;

    MatterChoices(
            Transfers transfers,
            Coordination coordination,
            MatterCategories categories,
            MatterPeople people,
            HandlingWording texts) {
        this.transfers = transfers;
        this.coordination = coordination;
        this.categories = categories;
        this.people = people;
        this.texts = texts;
    }

    /** @param unitId null for the usual ones */
    SpinJsonNode categories(String unitId) {
        List<String> codes = unitId == null ? MatterCategories.usual() : categories.codes(unitId);
        return options(codes.stream().map(code -> option(code, categories.label(code, texts.locale()))));
    }

    /** The other units of the tree. */
    SpinJsonNode otherUnits(MatterId matterId) {
        return units(transfers.targets(matterId).stream());
    }

    /** The units that can be asked to coordinate. */
    SpinJsonNode askable(MatterId matterId) {
        return units(coordination.askable(matterId).stream());
    }

    /**
     * All units of the town: the one that has the matter, those that refused it, newest first, and then the others. The matter may
     * belong to a unit that nobody has asked yet.
     */
    SpinJsonNode disputing(MatterId matterId) {
        List<Transfer> proposals = transfers.all(matterId);
        List<String> disputing = new ArrayList<>();
        for (int i = proposals.size() - 1; i >= 0; i--) {
            disputing.add(proposals.get(i).toUnit());
        }
        if (!proposals.isEmpty()) {
            disputing.add(0, proposals.get(proposals.size() - 1).fromUnit());
        }
        return options(Stream.concat(
                        disputing.stream(), transfers.targets(matterId).stream().map(Unit::id))
                .distinct()
                .map(unit -> option(unit, people.unitName(unit))));
    }

    SpinJsonNode peopleOf(String unitId) {
        return options(people.working(unitId).map(agent -> option(agent.login(), agent.name())));
    }

    private static SpinJsonNode units(Stream<Unit> units) {
        return options(units.map(unit -> option(unit.id(), unit.name())));
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static SpinJsonNode options(Stream<Map<String, String>> options) {
        List<Map<String, String>> list = options.toList();
        return Spin.JSON(list);
    }
}
