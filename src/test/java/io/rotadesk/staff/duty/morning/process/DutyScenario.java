package io.rotadesk.staff.duty.morning.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.TestClock;
import io.rotadesk.Timers;
import io.rotadesk.engine.models.DailyDuty;
import io.rotadesk.staff.duty.DayOrders;
import io.rotadesk.staff.duty.DutyDayBegun;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.morning.DutyDayStarter;
import io.rotadesk.staff.duty.morning.DutyMornings;
import io.rotadesk.staff.duty.morning.DutyNotice;
import io.rotadesk.staff.duty.morning.DutyNotices;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/** A department of its own for each test, on a Monday at nine in the morning in China. */
abstract class DutyScenario {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ProcessEngine engine;

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    TestClock clock;

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    DutyDays days;

    @Autowired
    DayOrders orders;

    @Autowired
    Presence presence;

    @Autowired
    Rota rota;

    @Autowired
    DutyMornings mornings;

    @Autowired
    DutyNotices notices;

    @Autowired
    DutyDayStarter starter;

    @Autowired
    ApplicationEventMulticaster multicaster;

    LeasingDepartment department;
    final List<String> begun = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<DutyDayBegun>> listener =
            ApplicationListener.forPayload((DutyDayBegun day) -> {
                if (day.unitId().equals(department.id())) {
                    begun.add(day.unitId() + " " + day.day());
                }
            });

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        multicaster.addApplicationListener(listener);
        found(Map.of());
    }

    @AfterEach
    void listenNoMore() {
        multicaster.removeApplicationListener(listener);
    }

    void found(Map<String, Object> settings) {
        department = founder.found(UnitSettings.of(settings));
    }

    String unit() {
        return department.id();
    }

    /** @param seat a1, b2 … */
    String agent(String seat) {
        return department.id().replace("-", "") + seat;
    }

    String key(LocalDate day) {
        return unit() + ":" + day;
    }

    /** The unit's day begins. */
    void morning() {
        fire(DailyDuty.Event.DUTY_BEGINS);
        fire(DailyDuty.Task.START_FOLLOW_UPS);
    }

    /** It is eight in the morning of the next day. */
    void nextMorning() {
        clock.set(mornings.nextMorning(unit()));
        fire(DailyDuty.Event.NEXT_MORNING);
    }

    void fire(String event, Duration later) {
        clock.forward(later);
        assertThat(timer(event).getDuedate().toInstant())
                .as("due date of " + event)
                .isEqualTo(clock.instant());
        fire(event);
    }

    void fire(String event) {
        engine.getManagementService().executeJob(timer(event).getId());
    }

    Job timer(String event) {
        return Timers.only(engine.getManagementService().createJobQuery().tenantIdIn(unit()), event);
    }

    /** The business keys of the unit's open instances. */
    List<String> instances() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(DailyDuty.PROCESS)
                .tenantIdIn(unit())
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
    }

    boolean waitsAt(String event) {
        return engine.getManagementService()
                        .createJobQuery()
                        .tenantIdIn(unit())
                        .activityId(event)
                        .count()
                == 1;
    }

    boolean passed(String... activities) {
        return List.of(activities).stream()
                .allMatch(activity -> activity.startsWith("Gateway_")
                        || engine.getHistoryService()
                                        .createHistoricActivityInstanceQuery()
                                        .tenantIdIn(unit())
                                        .activityId(activity)
                                        .finished()
                                        .count()
                                > 0);
    }

    boolean ended(LocalDate day, String endEvent) {
        String instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key(day))
                .finished()
                .singleResult()
                .getId();
        return engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(endEvent)
                        .count()
                == 1;
    }

    Task task() {
        return engine.getTaskService().createTaskQuery().tenantIdIn(unit()).singleResult();
    }

    List<String> candidates(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getUserId)
                .toList();
    }

    String shown(String variable) {
        assertThat(task()).as("the manager's task").isNotNull();
        return (String) engine.getTaskService().getVariable(task().getId(), variable);
    }

    List<String> options() {
        SpinJsonNode options = (SpinJsonNode) engine.getTaskService().getVariable(task().getId(), "decisionOptions");
        return StreamSupport.stream(options.elements().spliterator(), false)
                .map(option -> option.prop("value").stringValue())
                .toList();
    }

    /** As in Tasklist: with the manager's own rights. */
    void decide(String decision) {
        String task = task().getId();
        engine.getIdentityService().setAuthentication(department.manager(), List.of(), List.of(unit()));
        try {
            engine.getTaskService().claim(task, department.manager());
            engine.getFormService().submitTaskForm(task, Map.of("decision", decision));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    void allOnLeave(String team) {
        for (int place = 1; place <= 3; place++) {
            presence.leave(agent(team + place), MONDAY, MONDAY, "培训");
        }
    }

    void join(String seat, String team) {
        assertThat(roster.load(
                                unit(),
                                "login,name,mobile,extension,team,place\n%s,新来的,,,%s,\n".formatted(agent(seat), team))
                        .errors())
                .isEmpty();
    }

    DutyNotice notice(String login) {
        return notices.today(unit(), login).orElseThrow();
    }

    void seenByAll() {
        notices.today(unit()).forEach(one -> notices.seen(unit(), one.day(), one.login(), one.announcedAt()));
    }
}
