package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.escalation.Escalations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A call from the greeting to the entry, and its other outcomes. */
class AnsweredCallTest extends CallScenario {

    @Autowired
    IdentityService identity;

    @Autowired
    Escalations escalations;

    @AfterEach
    void nobodyIsLoggedIn() {
        identity.clearAuthentication();
    }

    @Test
    @Tag("L2.2a")
    void theFirstSentenceNamesTheProject() {
        CallKey key = ringsFrom(CALLER);
        assertThat(onForm(taskAt(key, CallHandling.Task.PICK_UP_CALL), "greeting"))
                .isEqualTo("您好!广安世纪");
    }

    @Test
    @Tag("L2.2b")
    void dataOfTheNumberIsShownAndTheCallersAnswersAreKeptBesideIt() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        Task task = taskAt(key, CallHandling.Task.ASK_CALLER);
        assertThat((String) onForm(task, "priorContactLine")).contains("招商员4", "有效期");
        assertThatThrownBy(() -> complete(task, "enquiry", "leasing"))
                .as("must be answered")
                .isInstanceOf(RefusedException.class);
        complete(
                task,
                "enquiry",
                "leasing",
                "contactedBefore",
                "yes",
                "namedAgent",
                department.visitTeam().get(1));
        Call call = call(key);
        assertThat(call.caller().priorAgent()).as("by the number").isEqualTo(colleague());
        assertThat(call.said().namedAgent())
                .as("by the caller's word")
                .isEqualTo(department.visitTeam().get(1));
        assertThat(call.said().owner()).as("the number counts first").isEqualTo(colleague());
    }

    @Test
    void callThatIsNotAboutLeasingCostsNoTurn() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        complete(taskAt(key, CallHandling.Task.ASK_CALLER), "enquiry", "other", "noteWho", "未留姓名", "noteAbout", "打错了");
        assertThat(ended(key, CallHandling.EndEvent.OTHER_ENQUIRY)).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.OTHER);
        assertThat(receive(newCall(), null).offer().agent().login()).isEqualTo(onDuty());
    }

    @Test
    @Tag("L3.7")
    void questionForTheManagerGoesToTheManagerWhileTheCallIsRegistered() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL),
                Map.of(
                        "customerName",
                        "李先生",
                        "customerPhone",
                        CALLER,
                        "leftOwnDetails",
                        true,
                        "questionForManager",
                        "能否分两期装修?"));
        assertThat(escalations.of(key.contact())).hasSize(1);
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey(ManagerEscalation.Task.ANSWER_QUESTION)
                        .taskCandidateUser(department.manager())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void callThatIsLoggedByHandIsTheAgentsAtOnce() {
        String third = department.callTeam().get(2);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(CallHandling.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        identity.setAuthentication(third, List.of("agents"), List.of(department.id()));
        var started = engine.getFormService().submitStartForm(definition, Map.of("callerNumber", CALLER));
        identity.clearAuthentication();
        CallKey key = CallKey.parse((String) runtime.getVariable(started.getId(), "callId"));
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER).getAssignee()).isEqualTo(third);
        assertThat(call(key).caller().phone()).isEqualTo(CALLER_E164);
        assertThat(runtime.getVariable(started.getId(), "callerNumber"))
                .as("the number leaves the process")
                .isNull();
        assertThat(receive(newCall(), null).offer().agent().login())
                .as("the order goes on")
                .isEqualTo(onDuty());
        receive(newCall(), null);
        assertThat(receive(newCall(), null).offer())
                .as("the third has used this turn already, and is busy")
                .isNull();
    }

    @Test
    void severalCustomersOfOneLineAreShownAndNoneIsPicked() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        customerOf(department.visitTeam().get(1), CALLER_E164, Duration.ofDays(1));
        CallKey key = ringsFrom(CALLER);
        assertThat((String) onForm(taskAt(key, CallHandling.Task.PICK_UP_CALL), "callerLine"))
                .contains("2 位客户");
        pickUp(key);
        assertThat(call(key).caller().priorAgent()).isNull();
        askAboutLeasing(key, "yes", department.visitTeam().get(1));
        assertThat(taskAt(key, CallHandling.Task.TAKE_OVER_CALL).getAssignee())
                .isEqualTo(department.visitTeam().get(1));
    }

    @Test
    void agentWhoSaysTheCallIsOverInThePhoneSystemStaysResponsibleForTheEntry() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.ANSWERED);
        report(key, CallEvent.HUNG_UP);
        askAboutLeasing(key, "no", null);
        register(key, "李先生", CALLER);
        assertThat(ended(key, CallHandling.EndEvent.CALL_REGISTERED)).isTrue();
    }

    private Object onForm(Task task, String variable) {
        return engine.getFormService().getTaskFormVariables(task.getId()).get(variable);
    }
}
