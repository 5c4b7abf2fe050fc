package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.staff.roster.Roster;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is marked as having left while a visitor waits for them to come. */
class LeaversVisitorTest extends VisitScenario {

    @Autowired
    Roster roster;

    @Test
    void visitorIsOfferedToTheNextAtOnce() {
        VisitKey key = comes("13800000091");
        taskAt(key, VisitReception.Task.GREET_VISITOR, first());

        roster.left(first());

        taskAt(key, VisitReception.Task.GREET_VISITOR, second());
    }
}
