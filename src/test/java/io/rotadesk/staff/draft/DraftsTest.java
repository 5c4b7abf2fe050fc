package io.rotadesk.staff.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ProcessScenario;
import io.rotadesk.staff.erasing.Person;
import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DraftsTest extends ProcessScenario {

    private static final String START = Draft.START + "来访接待";

    @Autowired
    private Drafts drafts;

    @Autowired
    private ErasedDrafts erased;

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

        assertThat(erased.erase(
                        Person.withNumber(department.id(), "13900001234").orElseThrow(), "manager"))
                .isEqualTo(1);

        assertThat(drafts.of(agent)).extracting(Draft::form).containsExactly(START);
    }
}
