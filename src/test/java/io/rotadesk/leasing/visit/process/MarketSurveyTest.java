package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A competitor looks around: received like anyone, no claim, no turn (L3.4). */
@Tag("L3.4")
class MarketSurveyTest extends VisitScenario {

    @Test
    void competitorIsReceivedLikeAnyoneAndCostsNoTurnAndFoundsNoClaim() {
        VisitKey key = comes(VISITOR);
        complete(
                taskAt(key, VisitReception.Task.GREET_VISITOR, first()),
                "purpose",
                Visit.MARKET_SURVEY,
                "contactedBefore",
                "no");
        assertThat(ledgerOf(key, first())).contains(Kind.RESTORED);
        complete(taskAt(key, VisitReception.Task.CONFIRM_INTENT), "marketSurvey", true, "stillHere", "yes");
        tours(key);
        negotiates(key);
        seesOff(key);
        registers(key, "某公司", VISITOR);

        noClaim(key);
        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, first());
    }

    @Test
    @Tag("L3.2b")
    void announcedCompetitorIsAskedTheSameQuestion() {
        VisitKey key = announced(new Announcement("某同行", VISITOR, 1, null, null, null, null, Visit.MARKET_SURVEY));
        complete(
                taskAt(key, VisitReception.Task.GREET_VISITOR, first()),
                "contactedBefore",
                "yes",
                "namedAgent",
                second(),
                "confirmed",
                "yes");

        taskAt(key, VisitReception.Task.CONFIRM_INTENT, first());
        assertThat(ledgerOf(key, first())).contains(Kind.RESTORED);
    }

    @Test
    void competitorWhoIsFoundOutHalfWayCostsNoTurnEither() {
        VisitKey atFirst = comes("13800000031");
        greetsNew(atFirst, first());
        complete(taskAt(atFirst, VisitReception.Task.CONFIRM_INTENT), "marketSurvey", true, "stillHere", "yes");
        assertThat(ledgerOf(atFirst, first())).contains(Kind.RESTORED);
        tours(atFirst);
        negotiates(atFirst);
        seesOff(atFirst);
        registers(atFirst, "某公司", "13800000031");
        noClaim(atFirst);

        VisitKey atTheTable = comes("13800000032");
        greetsNew(atTheTable, first());
        confirmsIntent(atTheTable);
        tours(atTheTable);
        complete(taskAt(atTheTable, VisitReception.Task.NEGOTIATE), "marketSurvey", true, "stillHere", "yes");
        assertThat(ledgerOf(atTheTable, first())).contains(Kind.RESTORED);
        seesOff(atTheTable);
        registers(atTheTable, "某公司", "13800000032");
        noClaim(atTheTable);
    }

    private void noClaim(VisitKey key) {
        Visit visit = visit(key);
        assertThat(visit.state()).isEqualTo(VisitState.REGISTERED);
        assertThat(visit.said().purpose()).isEqualTo(Visit.MARKET_SURVEY);
        assertThat(visit.known().customerId()).isNull();
        assertThat(customers.byPhone(department.id(), visit.announced().phone()))
                .isEmpty();
    }
}
