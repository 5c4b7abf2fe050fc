package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.ServiceCheck;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sampled reception goes to the manager to be checked, and the agent who received sees the result (L3.6). */
@Tag("L3.6")
class SampledReceptionTest extends VisitScenario {

    @Autowired
    JdbcClient db;

    @BeforeEach
    void everyReceptionIsSampled() {
        department = founder.found(UnitSettings.of(Map.of("checkPercent", 100)));
    }

    @Test
    void theManagerChecksTheReceptionAndTheAgentSeesIt() {
        registered();

        Task check = checkTask();
        assertThat(check.getTaskDefinitionKey()).isEqualTo(ServiceCheck.Task.CHECK_SERVICE);
        assertThat(isOpenFor(check, department.manager())).isTrue();
        assertThat(shown(check, "receptionLine")).contains("招商员4", "李先生");

        checked(check);

        Task read = checkTask();
        assertThat(read.getTaskDefinitionKey()).isEqualTo(ServiceCheck.Task.READ_SERVICE_CHECK);
        assertThat(read.getAssignee()).isEqualTo(first());
        assertThat(shown(read, "remarks")).isEqualTo("李先生很满意");
        complete(read, "answer", "谢谢");
        assertThat(checks("answer")).isEqualTo("谢谢");
    }

    @Test
    @Tag("L3.2d")
    void theHelperWhoReceivedIsChecked() {
        String owner = department.callTeam().get(0);
        customerOf(owner, ContactKind.VISIT, Duration.ofDays(2));
        isBusy(owner);
        VisitKey key = comes(VISITOR);
        complete(
                taskAt(key, VisitReception.Task.GREET_VISITOR),
                "purpose",
                "viewing",
                "contactedBefore",
                "yes",
                "namedAgent",
                owner,
                "confirmed",
                "yes");
        String helper = taskAt(key, VisitReception.Task.RECEIVE_VISITOR).getAssignee();
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR), "taking", "yes");
        seesOff(key);
        registers(key, "李先生", VISITOR);

        assertThat(helper).isNotEqualTo(owner);
        assertThat(checks("agent")).isEqualTo(helper);
    }

    @Test
    void theTextsAreDeletedWithAnErasedCustomer() {
        VisitKey key = registered();
        checked(checkTask());

        customers.erase(department.id(), visit(key).known().customerId());

        assertThat(checks("remarks")).isNull();
        assertThat(shown(checkTask(), "receptionLine")).asString().doesNotContain("李先生");
        assertThat(shown(checkTask(), "remarks")).isEqualTo("—");
    }

    private VisitKey registered() {
        VisitKey key = comes(VISITOR);
        receivesNew(key, first());
        registers(key, "李先生", VISITOR);
        return key;
    }

    private void checked(Task check) {
        tasks.claim(check.getId(), department.manager());
        complete(
                check,
                "smile",
                "5",
                "kindness",
                "4",
                "warmth",
                "4",
                "respect",
                "5",
                "crossedLegs",
                "5",
                "shakingLegs",
                "3",
                "spinningPen",
                "notSeen",
                "remarks",
                "李先生很满意");
    }

    private Task checkTask() {
        return tasks.createTaskQuery()
                .processDefinitionKey(ServiceCheck.PROCESS)
                .processVariableValueEquals("unitId", department.id())
                .singleResult();
    }

    private String checks(String column) {
        return db.sql("select " + column + " from service_check where unit_id = :unit")
                .param("unit", department.id())
                .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
