package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Transfers;
import io.rotadesk.staff.unit.Unit;
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
    private final MatterCategories categories;
    private final MatterPeople people;
    private final HandlingWording texts;

    MatterChoices(Transfers transfers, MatterCategories categories, MatterPeople people, HandlingWording texts) {
        this.transfers = transfers;
        this.categories = categories;
        this.people = people;
        this.texts = texts;
    }

    SpinJsonNode categories() {
        return options(categories.codes().stream().map(code -> option(code, categories.label(code, texts.locale()))));
    }

    /** The other units of the tree. */
    SpinJsonNode otherUnits(MatterId matterId) {
        return units(transfers.targets(matterId).stream());
    }

    /** The unit that has the matter, and the one that refused it last. */
    SpinJsonNode disputing(MatterId matterId) {
        return transfers
                .last(matterId)
                .map(last -> options(
                        Stream.of(last.fromUnit(), last.toUnit()).map(unit -> option(unit, people.unitName(unit)))))
                .orElseGet(() -> otherUnits(matterId));
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
