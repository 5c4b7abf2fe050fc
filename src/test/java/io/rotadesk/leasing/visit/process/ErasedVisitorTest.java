package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.Traces;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An erased visitor is nowhere: not in our tables, not in the engine's, not in open tasks. */
class ErasedVisitorTest extends VisitScenario {

    private final String name = Traces.own("欧阳访客");
    private final String said = Traces.own("想把茶楼开在转角");
    private final String number = Traces.ownPhone();

    @Autowired
    Traces traces;

    @Test
    void nothingOfTheVisitorIsLeftInAnyTable() {
        VisitKey registered = announced(number);
        greetsNew(registered, first());
        confirmsIntent(registered);
        complete(taskAt(registered, VisitReception.Task.TOUR_PROJECT), "tourRemarks", said, "stillHere", "yes");
        complete(taskAt(registered, VisitReception.Task.NEGOTIATE), "negotiation", said, "stillHere", "yes");
        seesOff(registered);
        complete(
                taskAt(registered, VisitReception.Task.REGISTER_VISIT),
                "customerName",
                name,
                "customerPhone",
                number,
                "remarks",
                said,
                "objections",
                said,
                "questionForManager",
                name + "问:" + said);
        VisitKey handedBack = announced(number);
        presence.away(first(), "外出");
        complete(
                taskAt(handedBack, VisitReception.Task.GREET_VISITOR, first()),
                "purpose",
                Visit.VIEWING,
                "contactedBefore",
                "no");
        seesOff(handedBack);
        VisitKey expected = announced(
                new Announcement(name, number, 1, name + "公司", in(Duration.ofHours(2)), null, null, Visit.VIEWING));
        timerFires(expected, VisitReception.Event.MEETING_NEAR, Duration.ofMinutes(90));
        assertThat(traces.placesThatHold(name)).as("known before").isNotEmpty();
        assertThat(traces.placesThatHold(said)).isNotEmpty();
        assertThat(traces.placesThatHold(number)).isNotEmpty();

        customers.erase(
                department.id(),
                customers.byPhone(department.id(), "+86" + number).get(0).id());

        assertThat(traces.placesThatHold(name)).isEmpty();
        assertThat(traces.placesThatHold(said)).isEmpty();
        assertThat(traces.placesThatHold(number)).isEmpty();
        assertThat(traces.placesThatHold(number.replaceFirst("(...)(....)", "$1 $2 ")))
                .isEmpty();
        assertThat(taskAt(handedBack, VisitReception.Task.REGISTER_VISIT))
                .as("the task stays")
                .isNotNull();
        complete(taskAt(expected, VisitReception.Task.MEET_VISITOR), "arrival", "met");
    }

    private VisitKey announced(String number) {
        return announced(new Announcement(name, number, 1, null, null, null, null, Visit.VIEWING));
    }
}
