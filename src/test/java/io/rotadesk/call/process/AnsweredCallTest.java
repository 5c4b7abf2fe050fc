package io.rotadesk.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.call.Call;
import io.rotadesk.call.CallEvent;
import io.rotadesk.call.CallKey;
import io.rotadesk.call.CallState;
import io.rotadesk.customer.Customer;
import io.rotadesk.escalation.Escalations;
import io.rotadesk.handbook.Handbook;
import io.rotadesk.roster.LedgerEntry.Kind;
import io.rotadesk.roster.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the greeting to the entry in the register: new, own and other agents' customers. */
class AnsweredCallTest extends CallScenario {

    private static final String CALLER_E164 = "+8613800000001";

    @Autowired
    Presence presence;

    @Autowired
    IdentityService identity;

    @Autowired
    Escalations escalations;

    @Autowired
    Handbook handbook;

    @AfterEach
    void nobodyIsLoggedIn() {
        identity.clearAuthentication();
    }

    private String onDuty() {
        return department.callTeam().get(0);
    }

    private String colleague() {
        return department.visitTeam().get(0);
    }

    private Object shown(Task task, String variable) {
        return engine.getFormService().getTaskFormVariables(task.getId()).get(variable);
    }

    @Test
    @Tag("L2.2a")
    void theFirstSentenceNamesTheProject() {
        CallKey key = ringsFrom(CALLER);
        assertThat(shown(taskAt(key, "Task_PickUpCall"), "greeting")).isEqualTo("您好!广安世纪");
    }

    @Test
    @Tag("L2.2b")
    void whatTheNumberTellsIsShownAndWhatTheCallerSaysIsKeptBesideIt() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(2));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        Task task = taskAt(key, "Task_AskCaller");
        assertThat((String) shown(task, "priorContactLine")).contains("招商员4", "有效期");
        assertThatThrownBy(() -> complete(task, "enquiry", "leasing"))
                .as("must be answered")
                .isInstanceOf(BadUserRequestException.class);
        complete(
                task,
                "enquiry",
                "leasing",
                "contactedBefore",
                "yes",
                "namedAgent",
                department.visitTeam().get(1));
        Call call = call(key);
        assertThat(call.priorAgent()).as("by the number").isEqualTo(colleague());
        assertThat(call.namedAgent())
                .as("by the caller's word")
                .isEqualTo(department.visitTeam().get(1));
        assertThat(call.owner()).as("the number counts first").isEqualTo(colleague());
    }

    @Test
    @Tag("L2.2f")
    @Tag("L2.3")
    void newCallerIsRegisteredAndBecomesTheAgentsCustomer() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        Task task = taskAt(key, "Task_RegisterCall");
        assertThat(task.getAssignee()).isEqualTo(onDuty());
        complete(
                task,
                Map.of(
                        "customerName", "李先生",
                        "customerPhone", "138 0000 0001",
                        "mediaSource", "web",
                        "floorArea", 120,
                        "tradeType", "餐饮",
                        "budget", "每月两万",
                        "moveInDate", "2026-05-01",
                        "remarks", "周末看房",
                        "leftOwnDetails", true));
        Call call = call(key);
        assertThat(call.state()).isEqualTo(CallState.REGISTERED);
        assertThat(call.customerName()).isEqualTo("李先生");
        assertThat(call.customerPhone()).isEqualTo(CALLER_E164);
        assertThat(call.floorArea()).isEqualByComparingTo("120");
        assertThat(call.moveInDate()).isEqualTo("2026-05-01");
        assertThat(call.leftOwnDetails()).isTrue();
        Customer customer = customers.find(call.customerId()).orElseThrow();
        assertThat(customer.agent()).isEqualTo(onDuty());
        assertThat(rota.isFree(onDuty())).isTrue();
        assertThat(ended(key, "EndEvent_CallRegistered")).isTrue();
    }

    @Test
    @Tag("L2.3")
    void refusedNumberIsRecordedAndFoundsNoClaim() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, "Task_RegisterCall"),
                Map.of("customerName", "李先生", "phoneRefused", true, "leftOwnDetails", true));
        assertThat(call(key).phoneRefused()).isTrue();
        assertThat(customers.byPhone(department.id(), CALLER_E164)).isEmpty();
    }

    @Test
    @Tag("L2.3")
    void refusedNameIsRecordedAndFoundsNoClaim() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(taskAt(key, "Task_RegisterCall"), Map.of("customerPhone", CALLER, "leftOwnDetails", true));
        assertThat(call(key).nameRefused()).isTrue();
        assertThat(customers.byPhone(department.id(), CALLER_E164)).isEmpty();
    }

    @Test
    @Tag("L2.4")
    void theAgentMustHaveLeftTheirOwnNameAndNumber() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        Task task = taskAt(key, "Task_RegisterCall");
        assertThat((String) shown(task, "ownDetails")).contains("招商员1", "139 0000 0001");
        assertThatThrownBy(() -> complete(task, "customerName", "李先生", "customerPhone", CALLER))
                .isInstanceOf(BadUserRequestException.class);
        assertThat(call(key).state()).as("nothing was changed").isEqualTo(CallState.ANSWERED);
    }

    @Test
    @Tag("L2.5")
    void theEntryBearsTheVersionOfTheScriptInForce() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        register(key, "李先生", CALLER);
        assertThat(call(key).scriptVersion()).isEqualTo(handbook.currentVersion(department.id()));
    }

    @Test
    @Tag("L2.2f")
    void lapsedCustomerGoesToTheAgentOnDuty() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(8));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", colleague());
        register(key, "李先生", CALLER);
        assertThat(call(key).status()).isEqualTo("LAPSED");
        assertThat(customers.byPhone(department.id(), CALLER_E164))
                .singleElement()
                .extracting(Customer::agent)
                .isEqualTo(onDuty());
    }

    @Test
    void ownCustomerTakesNoTurn() {
        customerOf(onDuty(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        Task task = taskAt(key, "Task_RegisterCall");
        assertThat(shown(task, "customerName")).as("filled in as far as known").isEqualTo("李先生");
        assertThat(ledgerOf(key, onDuty())).contains(Kind.RESTORED);
        register(key, "李先生", CALLER);
        assertThat(receive(newCall(), null).offer().agent().login())
                .as("the turn is made up")
                .isEqualTo(onDuty());
    }

    @Test
    @Tag("L2.2c")
    void theEarlierAgentIsCalledToThePhoneAtOnceAndTakesOver() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        Task task = taskAt(key, "Task_TakeOverCall");
        assertThat(task.getAssignee()).isEqualTo(colleague());
        complete(task, "taking", "yes");
        assertThat(taskAt(key, "Task_RegisterCall").getAssignee()).isEqualTo(colleague());
        assertThat(rota.isFree(onDuty())).isTrue();
        assertThat(rota.isFree(colleague())).isFalse();
        register(key, "李先生", CALLER);
        assertThat(rota.isFree(colleague())).isTrue();
        assertThat(customers.byPhone(department.id(), CALLER_E164))
                .singleElement()
                .extracting(Customer::agent)
                .isEqualTo(colleague());
        assertThat(ledgerOf(key, onDuty())).contains(Kind.RESTORED);
    }

    @Test
    @Tag("L2.2c")
    void theAgentWhomTheCallerNamesIsCalledToThePhone() {
        CallKey key = ringsFrom("13800000044");
        pickUp(key);
        askAboutLeasing(key, "yes", colleague());
        assertThat(taskAt(key, "Task_TakeOverCall").getAssignee()).isEqualTo(colleague());
        assertThat(call(key).ownerKnownBy()).isEqualTo("said");
    }

    @Test
    @Tag("L2.2d")
    void earlierAgentWhoDoesNotComeInTimeIsCoveredWithTheSentence() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        timerFires(key, "Event_TakeOverTimeout", Duration.ofSeconds(30));
        Task task = taskAt(key, "Task_CoverCall");
        assertThat(task.getAssignee()).isEqualTo(onDuty());
        assertThat((String) shown(task, "absenceSentence")).isEqualTo("对不起,招商员4不在,请问有什么事情我可以帮助您吗?");
    }

    @Test
    @Tag("L2.2d")
    void earlierAgentWhoCannotComeIsCovered() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        complete(taskAt(key, "Task_TakeOverCall"), "taking", "no");
        taskAt(key, "Task_CoverCall");
    }

    @Test
    @Tag("L2.2d")
    void routineQuestionIsAnsweredAndTheAbsentAgentReadsWhatWasSaid() {
        CallKey key = coveredCall();
        complete(taskAt(key, "Task_CoverCall"), "answer", "告知了物业费标准", "sensitive", "no");
        Task note = taskAt(key, "Task_ReadCoverNote");
        assertThat(note.getAssignee()).isEqualTo(colleague());
        assertThat((String) shown(note, "coverNote")).contains("告知了物业费标准", "招商员1");
        complete(note);
        assertThat(ended(key, "EndEvent_CallCovered")).isTrue();
        assertThat(call(key).coverReadAt()).isNotNull();
        assertThat(ledgerOf(key, onDuty())).as("the turn is made up").contains(Kind.RESTORED);
        assertThat(customers.byPhone(department.id(), CALLER_E164))
                .as("stays the earlier agent's")
                .singleElement()
                .extracting(Customer::agent)
                .isEqualTo(colleague());
    }

    @Test
    @Tag("L2.2e")
    void sensitiveQuestionTakesTheNumberAndTheEarlierAgentCallsBack() {
        CallKey key = coveredCall();
        Task cover = taskAt(key, "Task_CoverCall");
        assertThat((String) shown(cover, "sensitiveTopics")).contains("价格");
        complete(cover, "answer", "问租金优惠", "sensitive", "yes", "callBackNumber", "010-88886666");
        Task callBack = taskAt(key, "Task_CallBack");
        assertThat(callBack.getAssignee()).isEqualTo(colleague());
        assertThat(callBack.getDueDate().toInstant()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(call(key).callBackNumber()).isEqualTo("+861088886666");
        timerFires(key, "Event_CallBackDue", Duration.ofMinutes(30));
        assertThat(task(key).getPriority()).as("the reminder").isGreaterThan(50);
        complete(taskAt(key, "Task_CallBack"), "outcome", "reached", "remarks", "约周五面谈");
        assertThat(ended(key, "EndEvent_CustomerCalledBack")).isTrue();
        assertThat(call(key).followUpRemarks()).isEqualTo("约周五面谈");
    }

    @Test
    @Tag("L2.2d")
    @Tag("L2.2e")
    void decisionSaysWhatIsAnsweredAndWhatIsSaidInstead() {
        CallKey key = coveredCall();
        Task cover = taskAt(key, "Task_CoverCall");
        SpinList<SpinJsonNode> topics = ((SpinJsonNode) shown(cover, "topicOptions")).elements();
        assertThat(topics)
                .extracting(topic -> topic.prop("value").stringValue() + " "
                        + topic.prop("sensitive").stringValue())
                .containsExactly("价格 yes", "折扣 yes", "合同条款 yes", "other no");
        assertThat(topics.get(0).prop("say").stringValue()).contains("招商员4亲自答复您");
        assertThatThrownBy(() -> complete(cover, "topic", "天气", "answer", "晴", "sensitive", "no"))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    @Tag("L2.2e")
    void coveringAgentsOwnChoicePrevailsOverTheDecision() {
        CallKey key = coveredCall();
        complete(taskAt(key, "Task_CoverCall"), "topic", "价格", "answer", "问停车价格", "sensitive", "no");
        taskAt(key, "Task_ReadCoverNote");
        assertThat(call(key).sensitive()).isFalse();
    }

    @Test
    @Tag("L2.2e")
    void customerWhoIsNotReachedIsTriedAgain() {
        CallKey key = coveredCall();
        complete(taskAt(key, "Task_CoverCall"), "answer", "问折扣", "sensitive", "yes", "callBackNumber", CALLER);
        for (int i = 0; i < 3; i++) {
            complete(taskAt(key, "Task_CallBack"), "outcome", "notReached");
        }
        assertThat(ended(key, "EndEvent_CustomerNotReached")).isTrue();
    }

    @Test
    @Tag("L2.2e")
    void sensitiveQuestionMayBeAnsweredWithTheColleaguesMobileNumber() {
        CallKey key = coveredCall();
        Task cover = taskAt(key, "Task_CoverCall");
        assertThat((String) shown(cover, "ownerMobile")).isEqualTo("139 0000 0004");
        complete(cover, "answer", "问合同条款", "sensitive", "yes", "mobileGivenOut", true);
        taskAt(key, "Task_ReadCoverNote");
        assertThat(call(key).mobileGivenOut()).isTrue();
    }

    @Test
    @Tag("L2.2e")
    void sensitiveQuestionNeedsANumberOrTheMobile() {
        presence.away(colleague(), "外出");
        CallKey key = ringsFrom(null);
        pickUp(key);
        askAboutLeasing(key, "yes", colleague());
        Task cover = taskAt(key, "Task_CoverCall");
        assertThatThrownBy(() -> complete(cover, "answer", "问折扣", "sensitive", "yes"))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void callThatIsNotAboutLeasingCostsNoTurn() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        complete(taskAt(key, "Task_AskCaller"), "enquiry", "other");
        assertThat(ended(key, "EndEvent_OtherEnquiry")).isTrue();
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
                taskAt(key, "Task_RegisterCall"),
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
                        .taskDefinitionKey("Task_AnswerQuestion")
                        .taskCandidateUser(department.manager())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void callThatIsLoggedByHandIsTheAgentsAtOnce() {
        String third = department.callTeam().get(2);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("call-handling")
                .latestVersion()
                .singleResult()
                .getId();
        identity.setAuthentication(third, List.of("agents"), List.of(department.id()));
        var started = engine.getFormService().submitStartForm(definition, Map.of("callerNumber", CALLER));
        identity.clearAuthentication();
        CallKey key = CallKey.parse((String) runtime.getVariable(started.getId(), "callId"));
        assertThat(taskAt(key, "Task_AskCaller").getAssignee()).isEqualTo(third);
        assertThat(call(key).callerPhone()).isEqualTo(CALLER_E164);
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
        assertThat((String) shown(taskAt(key, "Task_PickUpCall"), "callerLine")).contains("2 位客户");
        pickUp(key);
        assertThat(call(key).priorAgent()).isNull();
        askAboutLeasing(key, "yes", department.visitTeam().get(1));
        assertThat(taskAt(key, "Task_TakeOverCall").getAssignee())
                .isEqualTo(department.visitTeam().get(1));
    }

    @Test
    void agentWhoSaysTheCallIsOverInThePhoneSystemStaysResponsibleForTheEntry() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.ANSWERED);
        report(key, CallEvent.HUNG_UP);
        askAboutLeasing(key, "no", null);
        register(key, "李先生", CALLER);
        assertThat(ended(key, "EndEvent_CallRegistered")).isTrue();
    }

    /** A call of a colleague's customer; the colleague is away. */
    private CallKey coveredCall() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        presence.away(colleague(), "外出");
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        return key;
    }
}
