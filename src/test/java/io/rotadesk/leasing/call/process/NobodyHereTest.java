package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.staff.duty.OpenPages;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls in a department whose turns need an open page. */
class NobodyHereTest extends CallScenario {

    @Autowired
    OpenPages pages;

    @Autowired
    RingingTasks ringing;

    @Autowired
    Notices notices;

    @BeforeEach
    void turnsNeedAPage() {
        department = founder.found(UnitSettings.defaults().with("turnsNeedPage", List.of("CALL", "VISIT")));
    }

    @Test
    @Tag("L2.1")
    void noCallRingsAtSomebodyWhoHasNotLoggedIn() {
        String here = department.callTeam().get(2);
        pages.opened(here);
        CallKey key = ringsFrom(CALLER);

        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getAssignee()).isEqualTo(here);
        department
                .callTeam()
                .subList(0, 2)
                .forEach(login -> assertThat(ringing.of(login)).isEmpty());
        assertThat(rota.explain(key.contact()))
                .filteredOn(entry -> entry.kind() == LedgerEntry.Kind.SKIPPED)
                .extracting(LedgerEntry::login, LedgerEntry::reason)
                .containsExactly(
                        tuple(department.callTeam().get(0), TurnReason.NOT_LOGGED_IN),
                        tuple(department.callTeam().get(1), TurnReason.NOT_LOGGED_IN));
    }

    @Test
    @Tag("L2.1")
    void nobodyIsHereAndTheManagerHearsOfItAtOnce() {
        CallKey key = ringsFrom(CALLER);

        Task assign = taskAt(key, CallHandling.Task.ASSIGN_CALL);
        assertThat(ringing.of(department.manager())).hasSize(1);
        assertThat(notices.unread(department.manager()))
                .extracting(notice -> notice.kind())
                .contains(NoticeKind.CALL_UNANSWERED);
        assertThat(labels(assign)).contains("招商员1（今天还没登录）");
    }

    @Test
    @Tag("L2.1")
    void anAgentWhoOpensAPageGetsTheCallerWhoWaits() {
        CallKey key = ringsFrom(CALLER);
        taskAt(key, CallHandling.Task.ASSIGN_CALL);

        pages.opened(department.callTeam().get(1));

        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> call(key).state() == CallState.RINGING);
        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getAssignee())
                .isEqualTo(department.callTeam().get(1));
    }

    @Test
    @Tag("L2.1")
    void theManagerSeesSinceWhenSomebodyHasNoPage() {
        pages.opened(department.callTeam().get(0));
        pages.opened(department.visitTeam().get(0));
        clock.forward(Duration.ofMinutes(12));
        pages.stillOpen(List.of(department.visitTeam().get(0)));
        Task assign = taskAt(ringsFrom(CALLER), CallHandling.Task.ASSIGN_CALL);

        assertThat(labels(assign)).startsWith("招商员4（空闲）").contains("招商员1（09:00 起没有打开页面）");
    }

    @Test
    @Tag("L2.2d")
    void theEarlierAgentWithoutAPageIsCoveredAtOnce() {
        pages.opened(onDuty());
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        assertThat(taskAt(key, CallHandling.Task.COVER_CALL).getAssignee()).isEqualTo(onDuty());
    }

    @Test
    @Tag("L2.2c")
    void theEarlierAgentWithAPageIsCalledToThePhone() {
        pages.opened(onDuty());
        pages.opened(colleague());
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        assertThat(taskAt(key, CallHandling.Task.TAKE_OVER_CALL).getAssignee()).isEqualTo(colleague());
    }

    private List<String> labels(Task assign) {
        return ((SpinJsonNode) engine.getFormService()
                        .getTaskFormVariables(assign.getId())
                        .get("agentOptions"))
                .elements().stream()
                        .map(option -> option.prop("label").stringValue())
                        .toList();
    }
}
