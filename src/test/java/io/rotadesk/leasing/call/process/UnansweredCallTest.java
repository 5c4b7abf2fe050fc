package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.RingingTask;
import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody picked up, the caller still waits, and somebody hears of it. */
class UnansweredCallTest extends CallScenario {

    private static final Duration THREE_RINGS = Duration.ofSeconds(15);

    @Autowired
    RingingTasks ringing;

    @Autowired
    Notices notices;

    @Autowired
    Presence presence;

    @Test
    @Tag("L2.1")
    void managerHearsOfItAtOnceAndTheDeputyIfTheManagerDoesNotDecide() {
        CallKey key = missedByAll();

        Task assign = taskAt(key, CallHandling.Task.ASSIGN_CALL);
        assertThat(assign.getDueDate().toInstant()).isEqualTo(clock.instant().plusSeconds(30));
        assertThat(assign.getPriority()).isEqualTo(200);
        assertThat(rings(department.manager())).containsExactly(assign.getId());
        assertThat(rings(department.deputy())).isEmpty();

        timerFires(key, CallHandling.Timer.ASSIGN_CALL_TELL_DEPUTY, Duration.ofSeconds(30));

        assertThat(rings(department.deputy())).containsExactly(assign.getId());
        assertThat(rings(department.manager())).containsExactly(assign.getId());
    }

    @Test
    @Tag("L2.1")
    void managerIsToldWhereToActUntilTheCallIsSomebodys() {
        CallKey key = missedByAll();

        Task assign = taskAt(key, CallHandling.Task.ASSIGN_CALL);
        assertThat(unread(department.manager())).singleElement().satisfies(notice -> {
            assertThat(notice.link()).endsWith("#/?task=" + assign.getId());
            assertThat(notice.words().get(0)).isEqualTo("尾号 0001");
        });

        complete(assign, "decision", "agent", "assignedAgent", colleague());

        assertThat(unread(department.manager())).isEmpty();
        assertThat(ringing.of(colleague()))
                .extracting(ring -> ring.names().get("zh"))
                .containsExactly("问明来意");
    }

    @Test
    @Tag("L2.1")
    void callerWhoHangsUpSettlesIt() {
        CallKey key = missedByAll();
        report(key, CallEvent.HUNG_UP);

        assertThat(unread(department.manager())).isEmpty();
    }

    @Test
    @Tag("L2.1")
    void formSaysWhoIsFreeAndProposesSomebody() {
        presence.away(department.visitTeam().get(1), "午餐");
        CallKey key = missedByAll();

        Task assign = taskAt(key, CallHandling.Task.ASSIGN_CALL);
        List<String> labels = ((SpinJsonNode) onForm(assign, "agentOptions"))
                .elements().stream()
                        .map(option -> option.prop("label").stringValue())
                        .toList();
        assertThat(labels.get(0)).endsWith("（空闲）");
        assertThat(labels).contains("招商员1（空闲，刚才没有接）", "招商员5（离开）");
        assertThat(labels.indexOf("招商员1（空闲，刚才没有接）")).isLessThan(labels.indexOf("招商员5（离开）"));
        assertThat(onForm(assign, "decision")).isEqualTo("agent");
        assertThat(rota.isFree((String) onForm(assign, "assignedAgent"))).isTrue();
    }

    @Test
    @Tag("L2.1")
    void anAgentWhoBecomesFreeMeanwhileGetsTheCall() {
        String back = department.callTeam().get(2);
        department.callTeam().forEach(agent -> presence.away(agent, "午餐"));
        CallKey key = ringsFrom(CALLER);
        taskAt(key, CallHandling.Task.ASSIGN_CALL);

        presence.present(back);

        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> call(key).state() == CallState.RINGING);
        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getAssignee()).isEqualTo(back);
        assertThat(unread(department.manager())).isEmpty();

        timerFires(key, CallHandling.Event.RING_TIMEOUT, THREE_RINGS);
        taskAt(key, CallHandling.Task.ASSIGN_CALL);
        assertThat(unread(department.manager()))
                .as("the manager hears of it again")
                .hasSize(1);
    }

    private CallKey missedByAll() {
        CallKey key = ringsFrom(CALLER);
        department.callTeam().forEach(agent -> timerFires(key, CallHandling.Event.RING_TIMEOUT, THREE_RINGS));
        return key;
    }

    private List<String> rings(String login) {
        return ringing.of(login).stream().map(RingingTask::id).toList();
    }

    private List<Notice> unread(String login) {
        return notices.unread(login).stream()
                .filter(notice -> notice.kind() == NoticeKind.CALL_UNANSWERED)
                .toList();
    }

    private Object onForm(Task task, String variable) {
        return engine.getFormService().getTaskFormVariables(task.getId()).get(variable);
    }
}
