package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A first visit has three steps, and the visitor may leave at each of them (L3.3). */
@Tag("L3.3")
class VisitorLeavesEarlyTest extends VisitScenario {

    /** The steps, with the other required values of their forms when the visitor has left. */
    enum Step {
        INTENT(VisitReception.Task.CONFIRM_INTENT, Map.of()),
        TOUR(VisitReception.Task.TOUR_PROJECT, Map.of("exterior", true)),
        NEGOTIATION(VisitReception.Task.NEGOTIATE, Map.of());

        private final String task;
        private final Map<String, Object> filledIn;

        Step(String task, Map<String, Object> filledIn) {
            this.task = task;
            this.filledIn = filledIn;
        }
    }

    @Autowired
    Escalations escalations;

    @ParameterizedTest
    @EnumSource
    @Tag("L3.8")
    void theRegisterComesNextAndNobodyIsSeenOff(Step step) {
        VisitKey key = at(step);

        leaves(key, step, Map.of());

        taskAt(key, VisitReception.Task.REGISTER_VISIT, first());
        assertThat(hasPassed(key.visitId(), VisitReception.Event.LEFT_EARLY)).isTrue();
        assertThat(hasPassed(key.visitId(), VisitReception.Task.SEE_OFF_VISITOR))
                .isFalse();
        assertThat(visit(key).state()).isEqualTo(VisitState.SEEN_OFF);
        assertThat(visit(key).showing().leftReason()).isEqualTo("临时有事");
        assertThat(rota.isFree(first())).isTrue();

        registers(key, "李先生", VISITOR);
        assertThat(ended(key, VisitReception.EndEvent.VISIT_REGISTERED)).isTrue();
        assertThat(customers.byPhone(department.id(), VISITOR_E164).get(0).agent())
                .isEqualTo(first());
    }

    /** Nothing of the three steps is left behind. */
    @ParameterizedTest
    @EnumSource
    void theStepsAreOver(Step step) {
        VisitKey key = at(step);

        leaves(key, step, Map.of());

        assertThat(runtime.createExecutionQuery()
                        .processInstanceId(instance(key).getId())
                        .count())
                .as("executions: the instance and its one task")
                .isEqualTo(2);
        assertThat(runtime.getVariables(instance(key).getId())).doesNotContainKeys("stillHere", "leftReason");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("L3.4")
    @Tag("L3.7")
    void otherEventsOfTheStepCountToo(Step step) {
        VisitKey key = at(step);

        leaves(key, step, Map.of(Visit.MARKET_SURVEY, true, "questionForManager", "可以分割吗？"));

        assertThat(ledgerOf(key, first())).contains(Kind.RESTORED, Kind.FINISHED);
        assertThat(runtime.getVariable(instance(key).getId(), "purpose")).isEqualTo(Visit.MARKET_SURVEY);
        assertThat(escalations.of(key.contact()))
                .extracting(question -> question.question())
                .containsExactly("可以分割吗？");
    }

    @ParameterizedTest
    @EnumSource
    void removingTheInstanceMeanwhileIsNoError(Step step) {
        VisitKey key = at(step);

        runtime.deleteProcessInstance(instance(key).getId(), "test");

        assertThat(instance(key)).isNull();
        assertThat(rota.isFree(first())).isTrue();
    }

    @Test
    @Tag("L3.4")
    void aMarketSurveyIsMarkedBeforeTheFirstStep() {
        VisitKey key = comes(VISITOR);
        complete(
                taskAt(key, VisitReception.Task.GREET_VISITOR),
                "purpose",
                Visit.MARKET_SURVEY,
                "contactedBefore",
                "no");

        taskAt(key, VisitReception.Task.CONFIRM_INTENT, first());
        assertThat(hasPassed(key.visitId(), VisitReception.Task.MARK_MARKET_SURVEY))
                .isTrue();
        assertThat(visit(key).isMarketSurvey()).isTrue();
    }

    private VisitKey at(Step step) {
        VisitKey key = comes(VISITOR);
        greetsNew(key, first());
        List<Runnable> before = List.of(() -> confirmsIntent(key), () -> tours(key));
        before.subList(0, step.ordinal()).forEach(Runnable::run);
        return key;
    }

    private void leaves(VisitKey key, Step step, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(step.filledIn);
        form.put("stillHere", "no");
        form.put("leftReason", "临时有事");
        form.putAll(more);
        complete(taskAt(key, step.task), form);
    }
}
