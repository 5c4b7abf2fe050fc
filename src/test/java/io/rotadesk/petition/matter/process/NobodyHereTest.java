package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.duty.OpenPages;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Petitioners of a reception point whose turns need an open page. */
@Tag("P3")
class NobodyHereTest extends PetitionScenario {

    @Autowired
    OpenPages pages;

    @Autowired
    Units units;

    @Test
    void aPetitionerWaitsUntilSomebodyOpensAPage() {
        turnsNeedAPage();
        TicketId id = comes();
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
        pages.opened(second());
        soon(id, TicketState.CALLED);
        taskAt(id, "Task_CallPetitioner", second());
    }

    private void turnsNeedAPage() {
        Unit unit = units.get(centre.id());
        units.save(new Unit(
                unit.id(),
                unit.kind(),
                unit.name(),
                unit.projectName(),
                unit.parentId(),
                unit.managers(),
                unit.deputies(),
                unit.settings().with("turnsNeedPage", List.of("PETITION"))));
    }
}
