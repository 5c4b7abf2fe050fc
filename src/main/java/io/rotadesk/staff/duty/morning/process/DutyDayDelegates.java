package io.rotadesk.staff.duty.morning.process;

import static io.rotadesk.staff.duty.morning.process.DutyDayVariables.BEGUN;
import static io.rotadesk.staff.duty.morning.process.DutyDayVariables.DECIDED_BY;
import static io.rotadesk.staff.duty.morning.process.DutyDayVariables.DECISION;
import static io.rotadesk.staff.duty.morning.process.DutyDayVariables.NEEDS_DECISION;
import static io.rotadesk.staff.duty.morning.process.DutyDayVariables.UNIT_ID;
import static io.rotadesk.staff.duty.morning.process.DutyDayVariables.day;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.staff.duty.morning.DutyDayStarter;
import io.rotadesk.staff.duty.morning.DutyMornings;
import io.rotadesk.staff.duty.morning.DutyNotices;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code daily-duty.bpmn}. */
@Configuration(proxyBeanMethods = false)
class DutyDayDelegates {

    @Bean
    ProcessVariables dutyDayVariables() {
        return DutyDayVariables.DECLARED;
    }

    @Bean
    @ModelBean("beginDutyDay")
    JavaDelegate beginDutyDay(DutyMornings mornings) {
        return execution -> BEGUN.set(
                execution,
                switch (mornings.begin(UNIT_ID.get(execution), day(execution))) {
                    case ON_DUTY -> "onDuty";
                    case CLOSED -> "closed";
                    case PAST -> "past";
                });
    }

    @Bean
    @ModelBean("announceDuty")
    JavaDelegate announceDuty(DutyNotices notices) {
        return execution -> notices.announce(UNIT_ID.get(execution), day(execution));
    }

    @Bean
    @ModelBean("checkDuty")
    JavaDelegate checkDuty(DutyMornings mornings) {
        return execution ->
                NEEDS_DECISION.set(execution, mornings.needsDecision(UNIT_ID.get(execution), day(execution)));
    }

    /** The login of the decider: the person logged in to Tasklist, else the task's assignee. */
    @Bean
    @ModelBean("saveDutyDecision")
    TaskListener saveDutyDecision(Actor actor) {
        return task -> DECIDED_BY.set(task, actor.loginOr(task));
    }

    /** Without a decision, applies the default. */
    @Bean
    @ModelBean("applyDutyDecision")
    JavaDelegate applyDutyDecision(DutyMornings mornings) {
        return execution -> {
            mornings.decide(
                    UNIT_ID.get(execution),
                    day(execution),
                    DECISION.find(execution).map(DutyDayForms::decision).orElse(null),
                    DECIDED_BY.find(execution).orElse(null));
            execution.removeVariable(DECISION.name());
            execution.removeVariable(DECIDED_BY.name());
        };
    }

    @Bean
    @ModelBean("startNextDutyDay")
    JavaDelegate startNextDutyDay(DutyDayStarter starter) {
        return execution -> starter.start(UNIT_ID.get(execution));
    }

    /** Versions of the model up to November 2026 looked for missing days by a timer of their own and name it. */
    @Bean
    @ModelBean("startMissingDutyDays")
    JavaDelegate startMissingDutyDays(DutyDayStarter starter) {
        return execution -> starter.startMissing();
    }
}
