package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A colleague's customer calls: the colleague comes to the phone, or is covered. */
class CoveredCallTest extends CallScenario {

    @Autowired
    Presence presence;

    @Test
    @Tag("L2.2c")
    void theEarlierAgentIsCalledToThePhoneAtOnceAndTakesOver() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        Task task = taskAt(key, CallHandling.Task.TAKE_OVER_CALL);
        assertThat(task.getAssignee()).isEqualTo(colleague());
        complete(task, "taking", "yes");
        assertThat(taskAt(key, CallHandling.Task.REGISTER_CALL).getAssignee()).isEqualTo(colleague());
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
        assertThat(taskAt(key, CallHandling.Task.TAKE_OVER_CALL).getAssignee()).isEqualTo(colleague());
        assertThat(call(key).said().ownerKnownBy()).isEqualTo("said");
    }

    @Test
    @Tag("L2.2d")
    void earlierAgentWhoDoesNotComeInTimeIsCoveredWithTheSentence() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        timerFires(key, CallHandling.Event.TAKE_OVER_TIMEOUT, Duration.ofSeconds(30));
        Task task = taskAt(key, CallHandling.Task.COVER_CALL);
        assertThat(task.getAssignee()).isEqualTo(onDuty());
        assertThat((String) onForm(task, "absenceSentence")).isEqualTo("对不起,招商员4不在,请问有什么事情我可以帮助您吗?");
    }

    @Test
    @Tag("L2.2d")
    void earlierAgentWhoCannotComeIsCovered() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        complete(taskAt(key, CallHandling.Task.TAKE_OVER_CALL), "taking", "no");
        taskAt(key, CallHandling.Task.COVER_CALL);
    }

    @Test
    @Tag("L2.2d")
    void routineQuestionIsAnsweredAndTheAbsentAgentReadsWhatWasSaid() {
        CallKey key = coveredCall();
        complete(taskAt(key, CallHandling.Task.COVER_CALL), "answer", "告知了物业费标准", "sensitive", "no");
        Task note = taskAt(key, CallHandling.Task.READ_COVER_NOTE);
        assertThat(note.getAssignee()).isEqualTo(colleague());
        assertThat((String) onForm(note, "coverNote")).contains("告知了物业费标准", "招商员1");
        complete(note);
        assertThat(ended(key, CallHandling.EndEvent.CALL_COVERED)).isTrue();
        assertThat(call(key).cover().readAt()).isNotNull();
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
        Task cover = taskAt(key, CallHandling.Task.COVER_CALL);
        assertThat((String) onForm(cover, "sensitiveTopics")).contains("价格");
        complete(cover, "answer", "问租金优惠", "sensitive", "yes", "callBackNumber", "010-88886666");
        Task callBack = taskAt(key, CallHandling.Task.CALL_BACK);
        assertThat(callBack.getAssignee()).isEqualTo(colleague());
        assertThat(callBack.getDueDate().toInstant()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(call(key).cover().callBackNumber()).isEqualTo("+861088886666");
        timerFires(key, CallHandling.Timer.CALL_BACK_REMIND, Duration.ofMinutes(30));
        assertThat(task(key).getPriority()).as("the reminder").isGreaterThan(50);
        complete(taskAt(key, CallHandling.Task.CALL_BACK), "outcome", "reached", "remarks", "约周五面谈");
        assertThat(ended(key, CallHandling.EndEvent.CUSTOMER_CALLED_BACK)).isTrue();
        assertThat(call(key).callBack().remarks()).isEqualTo("约周五面谈");
        assertThat(call(key).callBack().by()).isEqualTo(colleague());
    }

    @Test
    @Tag("L2.2d")
    @Tag("L2.2e")
    void decisionSaysWhatIsAnsweredAndWhatIsSaidInstead() {
        CallKey key = coveredCall();
        Task cover = taskAt(key, CallHandling.Task.COVER_CALL);
        SpinList<SpinJsonNode> topics = ((SpinJsonNode) onForm(cover, "topicOptions")).elements();
        assertThat(topics)
                .extracting(topic -> topic.prop("value").stringValue() + " "
                        + topic.prop("sensitive").stringValue())
                .containsExactly("价格 yes", "折扣 yes", "合同条款 yes", "other no");
        assertThat(topics.get(0).prop("say").stringValue()).contains("招商员4亲自答复您");
        assertThatThrownBy(() -> complete(cover, "topic", "天气", "answer", "晴", "sensitive", "no"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    @Tag("L2.2e")
    void coveringAgentsOwnChoicePrevailsOverTheDecision() {
        CallKey key = coveredCall();
        complete(taskAt(key, CallHandling.Task.COVER_CALL), "topic", "价格", "answer", "问停车价格", "sensitive", "no");
        taskAt(key, CallHandling.Task.READ_COVER_NOTE);
        assertThat(call(key).cover().sensitive()).isFalse();
    }

    @Test
    @Tag("L2.2e")
    void customerWhoIsNotReachedIsTriedAgain() {
        CallKey key = coveredCall();
        complete(
                taskAt(key, CallHandling.Task.COVER_CALL),
                "answer",
                "问折扣",
                "sensitive",
                "yes",
                "callBackNumber",
                CALLER);
        for (int i = 0; i < 3; i++) {
            complete(taskAt(key, CallHandling.Task.CALL_BACK), "outcome", "notReached");
        }
        assertThat(ended(key, CallHandling.EndEvent.CUSTOMER_NOT_REACHED)).isTrue();
    }

    @Test
    @Tag("L2.2e")
    void sensitiveQuestionMayBeAnsweredWithTheColleaguesMobileNumber() {
        CallKey key = coveredCall();
        Task cover = taskAt(key, CallHandling.Task.COVER_CALL);
        assertThat((String) onForm(cover, "ownerMobile")).isEqualTo("139 0000 0004");
        complete(cover, "answer", "问合同条款", "sensitive", "yes", "mobileGivenOut", true);
        taskAt(key, CallHandling.Task.READ_COVER_NOTE);
        assertThat(call(key).cover().mobileGivenOut()).isTrue();
    }

    @Test
    @Tag("L2.2e")
    void sensitiveQuestionNeedsANumberOrTheMobile() {
        presence.away(colleague(), "外出");
        CallKey key = ringsFrom(null);
        pickUp(key);
        askAboutLeasing(key, "yes", colleague());
        Task cover = taskAt(key, CallHandling.Task.COVER_CALL);
        assertThatThrownBy(() -> complete(cover, "answer", "问折扣", "sensitive", "yes"))
                .isInstanceOf(RefusedException.class);
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

    private Object onForm(Task task, String variable) {
        return engine.getFormService().getTaskFormVariables(task.getId()).get(variable);
    }
}
