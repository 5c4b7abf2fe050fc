package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.unit.Agents;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms of a call say what holds now, in the words that the agent needs. */
class CallFormsTest extends CallScenario {

    @Autowired
    Presence presence;

    @Autowired
    Agents agents;

    @Test
    @Tag("L2.2f")
    void lapsedCustomerIsCalledLapsed() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(30));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);

        assertThat(shown(taskAt(key, CallHandling.Task.ASK_CALLER), "priorContactLine"))
                .contains("已过期");
    }

    @Test
    void customerWithinValidityIsNot() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(1));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);

        assertThat(shown(taskAt(key, CallHandling.Task.ASK_CALLER), "priorContactLine"))
                .contains("有效期至")
                .doesNotContain("已过期");
    }

    @Test
    @Tag("L2.2d")
    void coverScriptNamesTheColleague() {
        CallKey key = covered();

        assertThat(shown(taskAt(key, CallHandling.Task.COVER_CALL), "script"))
                .contains("由" + agents.name(colleague()) + "回复您最准确")
                .doesNotContain("×××");
    }

    @Test
    @Tag("L2.2e")
    void numberToCallBackIsDialledByAClick() {
        CallKey key = covered();
        complete(
                taskAt(key, CallHandling.Task.COVER_CALL),
                Map.of("answer", "问租金", "sensitive", "yes", "callBackNumber", "010-88886666"));

        assertThat(shown(taskAt(key, CallHandling.Task.CALL_BACK), "callBackNumber"))
                .isEqualTo("[010 8888 6666](tel:+861088886666)");
    }

    @Test
    void missedNumberIsDialledByAClick() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.HUNG_UP);

        assertThat(shown(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL), "missedLine"))
                .contains("[138 0000 0001](tel:+8613800000001)");
    }

    @ParameterizedTest
    @Tag("L2.3")
    @ValueSource(strings = {"13579", "1380000000", "138000000000", "+86 1380000000", "12345678"})
    void textThatIsNobodysNumberIsRefused(String typed) {
        CallKey key = asked();

        assertThatThrownBy(() -> register(key, "何先生", typed))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("联系电话");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138-0000-0001",
                "+86 138 0000 0001",
                "(010) 88886666",
                "95588",
                "12345",
                "10086",
                "400-800-1234",
                "80051",
                "+49 30 1234567"
            })
    void numberThatExistsIsTaken(String typed) {
        CallKey key = asked();

        register(key, "何先生", typed);

        assertThat(call(key).state()).isEqualTo(CallState.REGISTERED);
    }

    private CallKey asked() {
        CallKey key = ringsFrom(null);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        return key;
    }

    private CallKey covered() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(1));
        presence.away(colleague(), "外出");
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        return key;
    }
}
