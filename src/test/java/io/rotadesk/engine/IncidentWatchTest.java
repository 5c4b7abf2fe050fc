package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rotadesk.ProcessScenario;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.platform.trouble.Trouble;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A timer that has failed for good is reported to the people who can put it right. */
class IncidentWatchTest extends ProcessScenario {

    @Autowired
    IncomingCalls desk;

    @Autowired
    Troubles troubles;

    private BrokenModels models;

    @AfterEach
    void putRight() {
        models.putRight();
    }

    @Test
    void ringThatCannotMoveOnIsReportedWithTheElementThatFails() {
        models = new BrokenModels(engine);
        models.deploy(CallHandling.PROCESS, "${recordMiss}", "${handOver}");
        CallKey key = new CallKey(department.id(), "incident-1");
        desk.receive(key, "13800000001", null);
        Job ring = management
                .createJobQuery()
                .activityId(CallHandling.Event.RING_TIMEOUT)
                .tenantIdIn(department.id())
                .singleResult();
        for (int i = 0; i < 3; i++) {
            assertThat(told()).isEmpty();
            assertThat(catchThrowable(() -> management.executeJob(ring.getId())))
                    .isNotNull();
        }
        List<Trouble> told = told();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).kind()).isEqualTo(TroubleKind.FAILED);
        assertThat(told.get(0).process()).isEqualTo(CallHandling.PROCESS);
        assertThat(told.get(0).element()).isEqualTo(CallHandling.Task.RECORD_MISS);
        assertThat(told.get(0).entry()).isEqualTo("incident-1");
    }

    /** Leaves out troubles without a unit: other tests leave engagements with contacts that never existed. */
    private List<Trouble> told() {
        return troubles.openOf(department.id(), 100_000).stream()
                .filter(trouble -> trouble.unitId().equals(department.id()))
                .toList();
    }
}
