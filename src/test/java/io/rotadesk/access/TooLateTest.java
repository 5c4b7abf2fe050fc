package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that the row of a call does not allow any more is refused with a sentence, and nothing of it is done. */
@Tag("L2.1")
class TooLateTest extends AccessTest {

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    IncomingCalls calls;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private String unit;

    @BeforeEach
    void aDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        unit = founder.found().id();
    }

    @Test
    void anAgentWhoPicksUpACallThatIsOverIsToldSo() throws IOException {
        CallKey key = new CallKey(unit, unit + "-late");
        String agent = calls.receive(key, "13800000071", null).offer().agent().login();
        accounts.createWithPassword(new Account(agent, agent, Set.of(Role.AGENT), unit), PASSWORD);
        db.sql("update call_register set state = 'MISSED' where unit_id = ?")
                .param(unit)
                .update();
        Task task = tasks.createTaskQuery()
                .tenantIdIn(unit)
                .processInstanceBusinessKey(key.callId())
                .singleResult();

        var answer = post(agent, "/engine-rest/task/" + task.getId() + "/submit-form", noVariables());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(new ObjectMapper().readTree(answer.getBody()).path("message").asText())
                .isEqualTo("这件事刚才已有变化，不能再这样办理；没有任何内容被更改，请刷新后查看。");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
        assertThat(db.sql("select answered_at is null from call_register where unit_id = ?")
                        .param(unit)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
