package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls as real telephone lines bring them: withheld and odd numbers, and calls that are put through. */
class PhoneLineTest extends CallScenario {

    private String extensionOf(String login) {
        return founder.extensionOf(login);
    }

    private String second() {
        return department.callTeam().get(1);
    }

    private CallKey registered(String from, String name, String phone) {
        CallKey key = ringsFrom(from);
        report(key, CallEvent.ANSWERED);
        askAboutLeasing(key, "no", null);
        report(key, CallEvent.HUNG_UP);
        register(key, name, phone);
        return key;
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000000", "+8656696", "+86282452253", "000000", "anonymous", "1111111111"})
    @Tag("L2.2b")
    void aWithheldNumberRecognisesNobodyAndIsNobodysNumber(String withheld) {
        CallKey first = registered(withheld, "匿名甲", "13822223335");
        assertThat(customers.phones(call(first).caller().customerId())).containsExactly("+8613822223335");
        CallKey second = ringsFrom(withheld);
        assertThat(call(second).caller().customerId()).isNull();
        report(second, CallEvent.HUNG_UP);
        assertThat(instance(second)).as("nobody can be called back").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:13800000001@10.20.30.40:5060>;tag=eN6Fy272",
                "\"王芳 (广安招商)\" <sip:+8613800000001@pbx.guangan.example.com:5060;user=phone>;tag=x1",
                "17951013800000001",
                "086-13800000001",
            })
    @Tag("L2.1")
    void aNumberInAnyFormIsRecognisedAndCalledBack(String from) {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(1));
        CallKey key = ringsFrom(from);
        assertThat(call(key).caller().priorAgent()).isEqualTo(colleague());
        report(key, CallEvent.HUNG_UP);
        assertThat(task(key).getTaskDefinitionKey()).isEqualTo(CallHandling.Task.RETURN_MISSED_CALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1384444000", "sip:wangfang@pbx.example.com", "02161234567801", "王芳"})
    @Tag("L2.1")
    void aMissedCallWithANumberThatNobodyCanHaveLeavesACallBackWithWhatCame(String from) {
        CallKey key = ringsFrom(from);
        report(key, CallEvent.HUNG_UP);
        assertThat(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL)).isNotNull();
        assertThat(call(key).caller().number()).isEqualTo(from);
        CallKey again = ringsFrom(from);
        assertThat(call(again).caller().customerId()).isNull();
    }

    @Test
    @Tag("L2.1")
    void aCallerIsOneCallerWithAndWithoutTheAreaCodeAndAtAnExtension() {
        department = founder.found(UnitSettings.defaults().with("areaCode", "021"));
        CallKey first = ringsFrom("61234567");
        report(first, CallEvent.HUNG_UP);
        CallKey next = ringsFrom("021-61234567-801");
        report(next, CallEvent.HUNG_UP);
        assertThat(call(next).caller().phone()).isEqualTo("+862161234567");
        assertThat(call(next).caller().extension()).isEqualTo("801");
        assertThat(instance(next)).as("the number is called back once").isNull();
        assertThat(task(first).getTaskDefinitionKey()).isEqualTo(CallHandling.Task.RETURN_MISSED_CALL);
    }

    @Test
    @Tag("L2.1")
    void theCallBackShowsEveryExtensionFromWhichAFirmCalled() {
        department = founder.found(UnitSettings.defaults().with("areaCode", "021"));
        CallKey first = ringsFrom("021-61234567转802");
        report(first, CallEvent.HUNG_UP);
        CallKey second = ringsFrom("021-61234567转801");
        report(second, CallEvent.HUNG_UP);
        assertThat(call(second).caller().extension()).isEqualTo("801");
        assertThat(shown(task(first), "missedLine")).contains("6123 4567-802", "6123 4567-801", "2");
    }

    @Test
    @Tag("L2.3")
    void aFirmsNumberKeepsEveryExtension() {
        department = founder.found(UnitSettings.defaults().with("areaCode", "021"));
        CallKey first = registered("021-61234567转802", "陈伟", "021-61234567转803");
        long customer = call(first).caller().customerId();
        CallKey second = ringsFrom("021-61234567转801");
        desk.event(second, CallEvent.ANSWERED, extensionOf(call(first).talk().agent()), null);
        askAboutLeasing(second, "yes", null);
        report(second, CallEvent.HUNG_UP);
        register(second, "陈伟", "61234567");
        assertThat(call(second).caller().customerId()).isEqualTo(customer);
        assertThat(call(second).caller().extension()).isEqualTo("801");
        assertThat(customers.numbers(customer))
                .containsExactly("+862161234567-801", "+862161234567-802", "+862161234567-803");
        assertThat(customers.phones(customer)).containsExactly("+862161234567");
    }

    private CallKey atTheEntry() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.ANSWERED);
        askAboutLeasing(key, "no", null);
        report(key, CallEvent.HUNG_UP);
        return key;
    }

    private void registerTyped(CallKey key, String field, String number, boolean unconfirmed) {
        complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL),
                "customerName",
                "陈伟",
                field,
                number,
                "phoneUnconfirmed",
                unconfirmed,
                "mediaSource",
                "web",
                "leftOwnDetails",
                true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1384444000", "138444400066", "0138444400", "12345678", "234567", "07551234567890"})
    @Tag("L2.3")
    void aNumberWithADigitTooFewOrTooManyIsQuestioned(String number) {
        CallKey key = atTheEntry();
        assertThatThrownBy(() -> registerTyped(key, "customerPhone", number, false))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.getMessage()).isNotBlank());
        assertThat(call(key).state()).isEqualTo(CallState.ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1384444000", "234567", "07551234567890"})
    @Tag("L2.3")
    void anUnconfirmedNumberIsKeptAndFoundsNoClaim(String number) {
        CallKey key = atTheEntry();
        registerTyped(key, "phoneAsSaid", number, true);
        Call call = call(key);
        assertThat(call.state()).isEqualTo(CallState.REGISTERED);
        assertThat(call.written().customerPhone()).isEqualTo(number);
        assertThat(call.caller().customerId()).isNull();
    }

    @Test
    @Tag("L2.3")
    void aWholeNumberThatWasNotConfirmedFoundsNoClaimEither() {
        CallKey key = atTheEntry();
        registerTyped(key, "phoneAsSaid", "13844440006", true);
        assertThat(call(key).caller().customerId()).isNull();
        assertThat(customers.byPhone(department.id(), "+8613844440006")).isEmpty();
    }

    private CallKey answeredBy(String login) {
        CallKey key = ringsFrom(CALLER);
        desk.event(key, CallEvent.ANSWERED, extensionOf(login), null);
        assertThat(call(key).talk().agent()).isEqualTo(login);
        return key;
    }

    private void isWith(CallKey key, String now, String before) {
        assertThat(call(key).state()).isEqualTo(CallState.ANSWERED);
        assertThat(call(key).talk().agent()).isEqualTo(now);
        assertThat(call(key).talk().handedOverBy()).isEqualTo(before);
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER).getAssignee()).isEqualTo(now);
        assertThat(rota.isFree(before)).isTrue();
        assertThat(rota.isFree(now)).isFalse();
    }

    @Test
    void aColleagueWhoAnswersWithinSecondsOfTheHangUpHasTheCall() {
        CallKey key = answeredBy(onDuty());
        report(key, CallEvent.HUNG_UP);
        clock.forward(Duration.ofSeconds(4));
        var result = desk.event(key, CallEvent.ANSWERED, "SIP/" + extensionOf(colleague()) + "-0000a1", null);
        assertThat(result.accepted()).isTrue();
        isWith(key, colleague(), onDuty());
        assertThat(call(key).talk().endedAt()).as("they talk on").isNull();
        assertThat(ledgerOf(key, colleague())).doesNotContain(LedgerEntry.Kind.RESTORED);
        report(key, CallEvent.HUNG_UP);
        assertThat(rota.isFree(colleague())).isTrue();
    }

    @Test
    void aColleagueWhoAnswersMuchLaterIsPastTheCall() {
        CallKey key = answeredBy(onDuty());
        report(key, CallEvent.HUNG_UP);
        clock.forward(Duration.ofMinutes(2));
        assertThat(desk.event(key, CallEvent.ANSWERED, extensionOf(colleague()), null)
                        .accepted())
                .isFalse();
        assertThat(call(key).talk().agent()).isEqualTo(onDuty());
    }

    @Test
    void aTransferIsReportedByAnEventOfItsOwn() {
        CallKey key = answeredBy(onDuty());
        desk.event(key, CallEvent.TRANSFERRED, extensionOf(colleague()), null);
        isWith(key, colleague(), onDuty());
        // The first agent's phone is put down, which is not the end.
        desk.event(key, CallEvent.HUNG_UP, extensionOf(onDuty()), null);
        assertThat(call(key).talk().endedAt()).isNull();
        desk.event(key, CallEvent.HUNG_UP, extensionOf(colleague()), null);
        assertThat(call(key).talk().endedAt()).isNotNull();
    }

    @Test
    void aNewLegFromTheNumberThatTalksIsTheSameConversation() {
        CallKey key = answeredBy(onDuty());
        CallKey leg = newCall();
        CallReceipt receipt = receive(leg, CALLER);
        assertThat(receipt.isLeg()).isTrue();
        assertThat(receipt.offer()).isNull();
        assertThat(receipt.call().key()).isEqualTo(key);
        assertThat(register.find(leg)).isEmpty();
        desk.event(leg, CallEvent.ANSWERED, extensionOf(colleague()), null);
        isWith(key, colleague(), onDuty());
        report(key, CallEvent.HUNG_UP);
        assertThat(call(key).talk().endedAt()).as("the leg is on").isNull();
        report(leg, CallEvent.HUNG_UP);
        assertThat(call(key).talk().endedAt()).isNotNull();
        CallReceipt next = receive(newCall(), "13800000002");
        assertThat(next.offer().agent().login()).as("no turn was used").isEqualTo(second());
    }

    @Test
    void aCallFromAColleaguesPhoneIsNoCallerAndMovesTheConversationOnceItsFirstPartEnds() {
        CallKey key = answeredBy(onDuty());
        CallKey leg = newCall();
        CallReceipt receipt = receive(leg, "sip:" + extensionOf(onDuty()) + "@10.0.0.5");
        assertThat(receipt.isLeg()).isTrue();
        assertThat(receipt.offer()).isNull();
        desk.event(leg, CallEvent.ANSWERED, extensionOf(colleague()), null);
        assertThat(call(key).talk().agent()).as("a colleague is only asked").isEqualTo(onDuty());
        report(key, CallEvent.HUNG_UP);
        isWith(key, colleague(), onDuty());
        report(leg, CallEvent.HUNG_UP);
        assertThat(call(key).talk().endedAt()).isNotNull();
    }

    @Test
    void aCallBetweenOurPhonesTakesNoTurn() {
        assertThat(receive(newCall(), extensionOf(colleague())).offer()).isNull();
        assertThat(receive(newCall(), "13800000002").offer().agent().login()).isEqualTo(onDuty());
    }

    @Test
    void anAnswerThatIsReportedAfterTheHangUpIsAnAnswer() {
        CallKey key = ringsFrom(CALLER);
        clock.forward(Duration.ofSeconds(30));
        report(key, CallEvent.HUNG_UP);
        assertThat(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL)).isNotNull();
        SentEvent late = new SentEvent(
                CallEvent.ANSWERED, extensionOf(onDuty()), null, clock.instant().minusSeconds(25), null);
        assertThat(desk.event(key, late).accepted()).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.ANSWERED);
        assertThat(call(key).talk().agent()).isEqualTo(onDuty());
        assertThat(taskAt(key, CallHandling.Task.REGISTER_CALL).getAssignee()).isEqualTo(onDuty());
    }

    @Test
    void aReportAboutAnEarlierRingDoesNotCountAgainstTheNextAgent() {
        CallKey key = ringsFrom(CALLER);
        clock.forward(Duration.ofSeconds(15));
        report(key, CallEvent.NO_ANSWER);
        assertThat(call(key).ringing().agent()).isEqualTo(second());
        SentEvent late =
                new SentEvent(CallEvent.NO_ANSWER, null, null, clock.instant().minusSeconds(5), null);
        desk.event(key, late);
        assertThat(call(key).ringing().agent()).isEqualTo(second());
    }

    @Test
    void theIdOfALegThatIsOverIsUsedForAnotherCaller() {
        CallKey key = answeredBy(onDuty());
        CallKey leg = newCall();
        assertThat(receive(leg, CALLER).isLeg()).isTrue();
        report(leg, CallEvent.HUNG_UP);
        report(key, CallEvent.HUNG_UP);
        rings(leg, "13800000002");
    }

    @Test
    void theIdOfALegThatIsOnIsUsedForAnotherNumber() {
        answeredBy(onDuty());
        CallKey leg = newCall();
        receive(leg, CALLER);
        rings(leg, "13800000002");
    }

    @Test
    void theIdOfACallBetweenOurPhonesIsUsedForACaller() {
        CallKey leg = newCall();
        assertThat(receive(leg, extensionOf(colleague())).isLeg()).isTrue();
        rings(leg, "13800000002");
    }

    @Test
    void aLegWhoseEndWasNeverReportedIsOverLongAfterItsConversation() {
        CallKey key = answeredBy(onDuty());
        CallKey leg = newCall();
        receive(leg, CALLER);
        report(key, CallEvent.HUNG_UP);
        clock.forward(Duration.ofMinutes(10));
        rings(leg, CALLER);
    }

    /** A caller's phone rings somewhere, and the events with the id are about this call. */
    private void rings(CallKey id, String number) {
        CallReceipt receipt = receive(id, number);
        assertThat(receipt.isLeg()).isFalse();
        assertThat(receipt.offer()).isNotNull();
        report(id, CallEvent.HUNG_UP);
        assertThat(call(id).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    void aLegThatIsReportedAgainIsTheSameLeg() {
        CallKey key = answeredBy(onDuty());
        CallKey leg = newCall();
        SentCall sent = new SentCall(leg.callId(), CALLER, clock.instant(), null, null, null);
        assertThat(desk.receive(department.id(), sent).first()).isTrue();
        CallReceipt again = desk.receive(department.id(), sent);
        assertThat(again.first()).isFalse();
        assertThat(again.call().key()).isEqualTo(key);
        report(leg, CallEvent.HUNG_UP);
        report(key, CallEvent.HUNG_UP);
        clock.forward(Duration.ofMinutes(10));
        assertThat(desk.receive(department.id(), sent).isLeg()).as("sent late").isTrue();
    }

    @Test
    void theIdOfACallThatIsOverIsUsedForALeg() {
        CallKey id = ringsFrom("13800000002");
        report(id, CallEvent.HUNG_UP);
        clock.forward(Duration.ofMinutes(1));
        CallKey key = answeredBy(onDuty());
        assertThat(receive(id, CALLER).isLeg()).isTrue();
        assertThat(desk.event(id, CallEvent.ANSWERED, extensionOf(colleague()), null)
                        .accepted())
                .isTrue();
        assertThat(call(key).talk().agent()).isEqualTo(colleague());
        assertThat(call(id).state()).isEqualTo(CallState.MISSED);
    }

    private void isOverAndWith(CallKey key, String login) {
        assertThat(call(key).talk().endedAt()).as("nobody talks").isNotNull();
        assertThat(call(key).talk().agent()).isEqualTo(login);
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER).getAssignee()).isEqualTo(login);
    }

    @Test
    void anAnswerThatIsReportedAgainAfterTheHangUpReopensNothing() {
        CallKey key = answeredBy(onDuty());
        report(key, CallEvent.HUNG_UP);
        assertThat(desk.event(key, CallEvent.ANSWERED, extensionOf(onDuty()), null)
                        .accepted())
                .isTrue();
        isOverAndWith(key, onDuty());
        assertThat(call(key).talk().handedOverBy()).isNull();
    }

    @Test
    void soDoesOneAfterATransfer() {
        CallKey key = answeredBy(onDuty());
        Instant picked = clock.instant();
        clock.forward(Duration.ofMinutes(1));
        desk.event(key, CallEvent.TRANSFERRED, extensionOf(colleague()), null);
        report(key, CallEvent.HUNG_UP);
        for (CallEvent type : List.of(CallEvent.ANSWERED, CallEvent.TRANSFERRED)) {
            desk.event(key, type, extensionOf(colleague()), null);
            desk.event(key, new SentEvent(type, extensionOf(onDuty()), null, picked, null));
            isOverAndWith(key, colleague());
        }
    }

    @Test
    void aTransferThatIsReportedAfterTheEndGivesTheEntryAndReopensNothing() {
        CallKey key = answeredBy(onDuty());
        report(key, CallEvent.HUNG_UP);
        clock.forward(Duration.ofSeconds(5));
        assertThat(desk.event(key, CallEvent.TRANSFERRED, extensionOf(colleague()), null)
                        .accepted())
                .isTrue();
        isOverAndWith(key, colleague());
        desk.event(key, CallEvent.ANSWERED, extensionOf(colleague()), null);
        isWith(key, colleague(), onDuty());
    }

    @Test
    void soDoesAnAnswerAtAColleaguesThatWasBeforeTheEnd() {
        CallKey key = answeredBy(onDuty());
        clock.forward(Duration.ofMinutes(1));
        Instant putThrough = clock.instant();
        clock.forward(Duration.ofMinutes(1));
        report(key, CallEvent.HUNG_UP);
        desk.event(key, new SentEvent(CallEvent.ANSWERED, extensionOf(colleague()), null, putThrough, null));
        isOverAndWith(key, colleague());
    }

    @Test
    void aLegsAnswerThatIsReportedAfterItsEndReopensNothing() {
        CallKey key = answeredBy(onDuty());
        CallKey leg = newCall();
        receive(leg, CALLER);
        report(leg, CallEvent.HUNG_UP);
        report(key, CallEvent.HUNG_UP);
        desk.event(leg, CallEvent.ANSWERED, extensionOf(colleague()), null);
        isOverAndWith(key, onDuty());
    }

    @Test
    void theSameReportUsesNoStatementMoreThanItHasTo() {
        SentCall sent = new SentCall("lean-" + newCall().callId(), CALLER, clock.instant(), null, null, null);
        List<String> statements = io.rotadesk.Statements.during(() -> desk.receive(department.id(), sent));
        assertThat(statements).filteredOn(one -> one.contains("call_leg")).hasSize(1);
    }
}
