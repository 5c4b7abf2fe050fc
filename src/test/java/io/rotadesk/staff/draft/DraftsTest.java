package io.rotadesk.staff.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ProcessScenario;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.staff.erasing.Person;
import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DraftsTest extends ProcessScenario {

    private static final String START = Draft.START + "来访接待";

    @Autowired
    private Drafts drafts;

    @Autowired
    private ErasedDrafts erased;

    @Autowired
    private IncomingCalls phones;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Task task;
    private String agent;
    private String colleague;

    @BeforeEach
    void aTaskInHand() {
        agent = department.callTeam().get(0);
        colleague = department.callTeam().get(1);
        task = tasks.newTask();
        task.setAssignee(agent);
        task.setTenantId(department.id());
        tasks.saveTask(task);
    }

    @AfterEach
    void theTaskIsOver() {
        tasks.deleteTask(task.getId(), true);
    }

    @Test
    void theLatestChangeIsKept() {
        assertThat(drafts.keep(agent, task.getId(), "{\"name\":\"周\"}")).isPresent();
        assertThat(drafts.keep(agent, task.getId(), "{\"name\":\"周先生\"}")).isPresent();

        assertThat(drafts.of(agent)).extracting(Draft::typed).containsExactly("{\"name\":\"周先生\"}");
    }

    @Test
    void nobodyKeepsOrSeesADraftOfAnothersTask() {
        drafts.keep(agent, task.getId(), "{\"name\":\"周\"}");

        assertThat(drafts.keep(colleague, task.getId(), "{}")).isEmpty();
        assertThat(drafts.keep(colleague, "no-such-task", "{}")).isEmpty();
        assertThat(drafts.of(colleague)).isEmpty();
        drafts.remove(colleague, task.getId());
        assertThat(drafts.of(agent)).hasSize(1);
    }

    @Test
    void aTaskThatGoesToSomebodyElseTakesNoDraftAlong() {
        drafts.keep(agent, task.getId(), "{\"name\":\"周\"}");

        tasks.setAssignee(task.getId(), colleague);

        assertThat(drafts.of(agent)).isEmpty();
        assertThat(drafts.of(colleague)).isEmpty();
    }

    @Test
    void aDraftEndsInTheTransactionOfItsTask() {
        phones.receive(new CallKey(department.id(), "drafted"), "13800000001", null);
        Task ringing = tasks.createTaskQuery()
                .tenantIdIn(department.id())
                .processDefinitionKey(CallHandling.PROCESS)
                .singleResult();
        String holder = ringing.getAssignee();
        drafts.keep(holder, ringing.getId(), "{\"name\":\"周\"}");
        drafts.keep(agent, task.getId(), "{\"name\":\"吴\"}");

        transaction.executeWithoutResult(status -> {
            complete(ringing);
            assertThat(kept(ringing)).as("gone with the task").isZero();
            status.setRollbackOnly();
        });
        assertThat(kept(ringing)).as("the task goes on, and so does the draft").isOne();

        complete(ringing);
        assertThat(kept(ringing)).isZero();
        assertThat(kept(task)).as("of another task").isOne();
    }

    private int kept(Task one) {
        return jdbc.sql("select count(*) from task_draft where form = ?")
                .param(one.getId())
                .query(Integer.class)
                .single();
    }

    @Test
    void theSweepRemovesWhatNobodyWillSend() {
        drafts.keep(agent, task.getId(), "{}");
        drafts.keep(agent, START, "{\"old\":1}");
        clock.forward(Drafts.KEPT_FOR.plus(Duration.ofMinutes(1)));
        drafts.keep(colleague, START, "{\"new\":1}");

        drafts.sweep();

        assertThat(drafts.of(agent)).isEmpty();
        assertThat(drafts.of(colleague)).hasSize(1);
    }

    @Test
    void tooMuchIsNotKept() {
        assertThat(drafts.keep(agent, START + "x".repeat(Drafts.LONGEST_NAME), "{}"))
                .isEmpty();
        assertThat(drafts.keep(agent, START, "x".repeat(Drafts.LONGEST + 1))).isEmpty();
        for (int i = 0; i < Drafts.MOST + 5; i++) {
            clock.forward(Duration.ofSeconds(1));
            drafts.keep(agent, START + i, "{}");
        }
        assertThat(drafts.of(agent)).hasSize(Drafts.MOST);
    }

    @Test
    void aPersonWhoIsErasedIsInNoDraft() {
        drafts.keep(agent, task.getId(), "{\"phone\":\"139 0000-1234\",\"name\":\"周先生\"}");
        drafts.keep(agent, START, "{\"phone\":\"13900009999\"}");

        assertThat(erased.erase(new Person(department.id(), "13900001234", null), "manager"))
                .isEqualTo(1);

        assertThat(drafts.of(agent)).extracting(Draft::form).containsExactly(START);
    }
}
