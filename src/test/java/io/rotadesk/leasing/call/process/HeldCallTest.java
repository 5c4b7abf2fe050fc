package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.TaskNews;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.platform.news.NewsRecorder;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A colleague is called to the phone, and the agent on the line sees what happens meanwhile. */
class HeldCallTest extends CallScenario {

    @Autowired
    RingingTasks ringing;

    @Autowired
    Notices notices;

    @Autowired
    NewsRecorder news;

    @BeforeEach
    void theCallerIsTheColleaguesCustomer() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
    }

    @Test
    @Tag("L2.2c")
    void agentOnTheLineKnowsWhatToSayWhomWasToldAndWhereToTransfer() {
        CallKey key = held();

        Task hold = taskAt(key, CallHandling.Task.HOLD_CALLER);
        assertThat(hold.getAssignee()).isEqualTo(onDuty());
        assertThat(onForm(hold, "holdSentence")).isEqualTo("请您稍等,我马上请招商员4来接听。");
        assertThat(onForm(hold, "colleague")).isEqualTo("招商员4");
        assertThat((String) onForm(hold, "transferTo")).contains("139 0000 0004", founder.extensionOf(colleague()));
        assertThat(onForm(hold, "waitSeconds")).isEqualTo(30L);
        assertThat(ringing.of(onDuty())).singleElement().satisfies(ring -> {
            assertThat(ring.id()).isEqualTo(hold.getId());
            assertThat(ring.until())
                    .as("seconds left")
                    .isEqualTo(clock.instant().plusSeconds(30));
        });
        assertThat(ringing.of(colleague()))
                .extracting(ring -> ring.names().get("zh"))
                .containsExactly("接听老客户来电");
    }

    @Test
    @Tag("L2.2c")
    void holdingTheLineOpensByItselfForTheAgentWhoAsked() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        Task ask = taskAt(key, CallHandling.Task.ASK_CALLER);
        news.forget();
        engine.getIdentityService().setAuthentication(onDuty(), List.of("agents"), List.of(department.id()));
        complete(ask, "enquiry", "leasing", "contactedBefore", "yes");
        engine.getIdentityService().clearAuthentication();

        String next =
                onDuty() + " " + taskAt(key, CallHandling.Task.HOLD_CALLER).getId();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> news.heard(TaskNews.TOPIC).contains(next));
    }

    @Test
    @Tag("L2.2c")
    void afterTheTakeOverBothKnowWhoHasTheCall() {
        CallKey key = held();
        clock.forward(Duration.ofSeconds(10));
        Task takeOver = taskAt(key, CallHandling.Task.TAKE_OVER_CALL);
        assertThat((String) onForm(takeOver, "heldSince")).matches("\\d\\d:\\d\\d");
        complete(takeOver, "taking", "yes");

        Task register = taskAt(key, CallHandling.Task.REGISTER_CALL);
        assertThat((String) onForm(register, "handedOverLine")).contains("招商员1");
        assertThat(ringing.of(onDuty())).isEmpty();
        assertThat(rota.isFree(onDuty())).isTrue();
        assertThat(unread(onDuty()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.words()).first().isEqualTo("招商员4"));

        register(key, "李先生", CALLER);
        assertThat(unread(onDuty())).as("goes by itself").isEmpty();
    }

    @Test
    @Tag("L2.2d")
    void agentOnTheLineCoversAtOnceWhenTheCallerDoesNotWantToWait() {
        CallKey key = held();
        complete(taskAt(key, CallHandling.Task.HOLD_CALLER));

        assertThat(taskAt(key, CallHandling.Task.COVER_CALL).getAssignee()).isEqualTo(onDuty());
        assertThat(ringing.of(colleague())).as("the colleague's ring is over").isEmpty();
        assertThat(ended(key, CallHandling.EndEvent.WAIT_IS_OVER)).isTrue();
    }

    @Test
    @Tag("L2.2d")
    void whenTheTimeIsOverTheLineIsNoLongerHeld() {
        CallKey key = held();
        timerFires(key, CallHandling.Event.TAKE_OVER_TIMEOUT, Duration.ofSeconds(30));

        taskAt(key, CallHandling.Task.COVER_CALL);
        assertThat(ringing.of(colleague())).isEmpty();
    }

    @Test
    @Tag("L2.2c")
    void callThatNobodyHandedOverSaysNothingOfIt() {
        CallKey key = ringsFrom("13800000055");
        pickUp(key);
        askAboutLeasing(key, "no", null);

        assertThat(onForm(taskAt(key, CallHandling.Task.REGISTER_CALL), "handedOverLine"))
                .isEqualTo("");
    }

    private CallKey held() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        return key;
    }

    private List<Notice> unread(String login) {
        return notices.unread(login).stream()
                .filter(notice -> notice.kind() == NoticeKind.CALL_TAKEN_OVER)
                .toList();
    }

    private Object onForm(Task task, String variable) {
        return engine.getFormService().getTaskFormVariables(task.getId()).get(variable);
    }
}
