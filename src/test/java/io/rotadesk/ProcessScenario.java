package io.rotadesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.customer.Customers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A leasing department of its own for each test, and the methods that the scenarios of every process use. */
@RotaDeskTest
public abstract class ProcessScenario {

    @Autowired
    protected LeasingDepartment.Founder founder;

    @Autowired
    protected Customers customers;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected ManagementService management;

    @Autowired
    protected ProcessEngine engine;

    protected LeasingDepartment department;

    @BeforeEach
    protected void newDepartment() {
        BpmnAwareTests.init(engine);
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
    }

    /** Sends the task's form as Tasklist does. */
    protected void complete(Task task, Object... namesAndValues) {
        Map<String, Object> form = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        complete(task, form);
    }

    protected void complete(Task task, Map<String, Object> form) {
        engine.getFormService().submitTaskForm(task.getId(), form);
    }

    /** A value that the task's form shows or was filled in with. */
    protected String shown(Task task, String name) {
        return (String) tasks.getVariable(task.getId(), name);
    }

    protected boolean isOpenFor(Task task, String login) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> Objects.equals(link.getUserId(), login));
    }

    /** @param name of the timer, see {@link Timers} */
    protected Job timer(ProcessInstance process, String name) {
        return Timers.only(management.createJobQuery().processInstanceId(process.getId()), name);
    }

    /** Lets the time pass and fires the timer, which must be due just then. */
    protected void fires(ProcessInstance process, String name, Duration later) {
        clock.forward(later);
        assertThat(timer(process, name).getDuedate().toInstant())
                .as("due date of " + name)
                .isEqualTo(clock.instant());
        fire(process, name);
    }

    /** Fires the timer at any time. */
    protected void fire(ProcessInstance process, String name) {
        management.executeJob(timer(process, name).getId());
    }

    /** Whether the process with this business key has passed the element. */
    protected boolean hasPassed(String businessKey, String activity) {
        return engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .activityId(activity)
                        .processInstanceId(engine.getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(businessKey)
                                .singleResult()
                                .getId())
                        .count()
                > 0;
    }
}
