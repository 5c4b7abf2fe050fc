package io.rotadesk.staff.duty.morning.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.engine.LandedModels;
import io.rotadesk.engine.LandedVersion;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application is upgraded during a day: the day goes on with the model that it began with, the next one has the new. */
@RotaDeskTest
class DutyDayOfEarlierVersionTest extends DutyScenario {

    private static final String PROCESS = "daily-duty";

    private LandedModels models;

    @BeforeEach
    void earlierModel() {
        models = new LandedModels(engine, LandedVersion.ONE_PLANE);
        models.putInForce(PROCESS);
        found(Map.of());
    }

    @AfterEach
    void putRight() {
        models.putRight();
    }

    @Test
    void theDeputyIsToldAChangeIsAnnouncedAndTheNextDayHasTheNewModel() {
        allOnLeave("b");
        morning();
        models.upgrade(PROCESS);

        fire("Event_DecisionReminder", Duration.ofMinutes(10));
        assertThat(candidates(task())).contains(department.deputy());
        fire("Event_DecisionTimeout", Duration.ofMinutes(10));
        assertThat(task()).isNull();
        days.close(unit(), MONDAY, "停电");
        assertThat(passed("Event_DutyChanged")).isTrue();

        String before = version();
        nextMorning();
        assertThat(instances()).containsExactly(key(MONDAY.plusDays(1)));
        assertThat(version()).isNotEqualTo(before);
    }

    /** Its own look for missing days ends with it. */
    @Test
    void nothingIsLookedForByAModel() {
        models.upgrade(PROCESS);

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .activityId("StartEvent_DailyCheck")
                        .list())
                .isEmpty();
    }

    private String version() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .tenantIdIn(unit())
                .processDefinitionKey(PROCESS)
                .singleResult()
                .getProcessDefinitionId();
    }
}
