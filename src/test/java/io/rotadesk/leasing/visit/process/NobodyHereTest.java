package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.duty.OpenPages;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Visitors of a department whose turns need an open page. */
@Tag("L3.1")
class NobodyHereTest extends VisitScenario {

    @Autowired
    OpenPages pages;

    @BeforeEach
    void turnsNeedAPage() {
        department = founder.found(
                UnitSettings.defaults().with("turnsNeedPage", List.of("VISIT")).with("absentWithoutPage", 3));
    }

    @Test
    void aVisitorWaitsUntilSomebodyOpensAPage() {
        VisitKey key = comes(VISITOR);
        assertThat(visit(key).state()).isEqualTo(VisitState.WAITING);
        pages.opened(third());
        soon(key, VisitState.OFFERED);
        taskAt(key, VisitReception.Task.GREET_VISITOR, third());
    }

    @Test
    void anAgentWithAVisitorIsNotMadeAbsentAndGetsNobodyAfterwards() {
        pages.opened(first());
        VisitKey one = comes("13800000061");
        taskAt(one, VisitReception.Task.GREET_VISITOR, first());
        clock.forward(Duration.ofMinutes(3));
        pages.tellChanges();
        taskAt(one, VisitReception.Task.GREET_VISITOR, first());
        assertThat(rota.servingNow(first())).isPresent();
        timerFires(one, VisitReception.Event.GREET_TIMEOUT, Duration.ZERO);
        assertThat(visit(one).state()).isEqualTo(VisitState.WAITING);
        pages.opened(first());
        soon(one, VisitState.OFFERED);
        taskAt(one, VisitReception.Task.GREET_VISITOR, first());
    }
}
