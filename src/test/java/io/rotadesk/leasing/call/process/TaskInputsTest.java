package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** The values of a form and an agent's input stay with the task: they are nowhere else, and empty ones take no row. */
class TaskInputsTest extends CallScenario {

    private List<String> variables(CallKey key) {
        return engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance(key).getId())
                .list()
                .stream()
                .map(variable -> variable.getName())
                .toList();
    }

    @Test
    void valuesThatOnlyTheFormShowsAreNoVariables() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        Task register = taskAt(key, CallHandling.Task.REGISTER_CALL);
        assertThat(engine.getFormService().getTaskFormVariables(register.getId()))
                .containsKeys("ownDetails", "customerPhone", "interests", "script")
                .doesNotContainKeys("customerName", "remarks", "budget", "questionForManager");
        assertThat(variables(key))
                .containsOnlyOnce("callId")
                .doesNotContain("ownDetails", "customerPhone", "customerName", "interests", "script", "remarks");
    }

    @Test
    void typedValuesAreSavedAndNeverBecomeVariablesOfTheProcess() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        Task register = taskAt(key, CallHandling.Task.REGISTER_CALL);
        String process = register.getProcessInstanceId();
        complete(
                register,
                Map.of("customerName", "周先生", "customerPhone", CALLER, "leftOwnDetails", true, "remarks", "要临街"));
        assertThat(call(key).written().remarks()).isEqualTo("要临街");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(process)
                        .list())
                .isEmpty();
    }

    @Test
    void completingWithoutTheFormKeepsItWithTheTaskAsWell() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        tasks.complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL).getId(),
                Map.of("customerName", "周先生", "customerPhone", CALLER, "leftOwnDetails", true, "remarks", "要临街"));
        assertThat(call(key).written().remarks()).isEqualTo("要临街");
    }

    @Test
    void anAnswerOfTheLastTryIsNotShownAtTheNext() {
        CallKey key = missedCallThatIsReturned();
        complete(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL), "outcome", "notReached", "remarks", "关机");
        Task again = taskAt(key, CallHandling.Task.RETURN_MISSED_CALL);
        assertThat(engine.getFormService().getTaskFormVariables(again.getId()))
                .containsEntry("outcome", null)
                .doesNotContainEntry("remarks", "关机");
    }

    private CallKey missedCallThatIsReturned() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.HUNG_UP);
        return key;
    }
}
