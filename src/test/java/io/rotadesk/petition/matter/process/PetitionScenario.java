package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.Timers;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.TurnLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A town of its own for each test: a centre with three staff, a village below it; and the methods that the scenarios
 * use.
 */
@RotaDeskTest
abstract class PetitionScenario {

    static final String PROCESS = "petition-reception";
    private static final AtomicInteger petitioners = new AtomicInteger(10_000);

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Petitions desk;

    @Autowired
    Tickets tickets;

    @Autowired
    ReceptionBoard board;

    @Autowired
    Matters matters;

    @Autowired
    Presence presence;

    @Autowired
    Rota rota;

    @Autowired
    TurnLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient db;

    ReceptionPoint centre;
    ReceptionPoint village;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        centre = founder.found(null, 3);
        village = founder.found(centre.id(), 2);
    }

    @AfterEach
    void nobodyIsLoggedIn() {
        identity.clearAuthentication();
    }

    String first() {
        return centre.staff().get(0);
    }

    String second() {
        return centre.staff().get(1);
    }

    String third() {
        return centre.staff().get(2);
    }

    /** A phone number that no other petitioner has. */
    static String phone() {
        return "139000" + petitioners.incrementAndGet();
    }

    static PetitionAnnouncement petitioner(String name) {
        return new PetitionAnnouncement(name, phone(), false, 1, null, "村口的路", null, null);
    }

    static PetitionAnnouncement group(int size, String destination) {
        return new PetitionAnnouncement("代表老周", phone(), false, size, null, "征地补偿", null, destination);
    }

    static PetitionAnnouncement appointment(String name, Instant at) {
        return new PetitionAnnouncement(name, phone(), false, 1, at, "宅基地", null, null);
    }

    /** A petitioner who comes back and names an earlier matter. */
    PetitionAnnouncement again(Matter earlier) {
        return new PetitionAnnouncement(
                earlier.petitionerName(), earlier.petitionerPhone(), false, 1, null, "还是那件事", earlier.number(), null);
    }

    /** Somebody is at the centre's door. */
    TicketId comes() {
        return comes(centre, petitioner("孙大爷"));
    }

    TicketId comes(ReceptionPoint where, PetitionAnnouncement announcement) {
        TicketId id = newId();
        desk.announce(id, where.id(), announcement, null);
        return id;
    }

    static TicketId newId() {
        return new TicketId(UUID.randomUUID().toString());
    }

    Ticket ticket(TicketId id) {
        return tickets.get(id);
    }

    Matter matter(TicketId ticketId) {
        return matters.get(ticket(ticketId).matterId());
    }

    ProcessInstance instance(TicketId ticketId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(ticketId.value())
                .singleResult();
    }

    /** The reception of a ticket and what it calls, as far as it runs. */
    List<ProcessInstance> instances(TicketId ticketId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ticketId.value())
                .list();
    }

    List<Task> tasksOf(TicketId ticketId) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ticketId.value())
                .initializeFormKeys()
                .list();
    }

    /** The open task; there may be others beside it. */
    Task taskAt(TicketId ticketId, String activity) {
        List<Task> open = tasksOf(ticketId);
        assertThat(open).as("open tasks").extracting(Task::getTaskDefinitionKey).contains(activity);
        return open.stream()
                .filter(task -> task.getTaskDefinitionKey().equals(activity))
                .findFirst()
                .orElseThrow();
    }

    Task taskAt(TicketId ticketId, String activity, String assignee) {
        Task task = taskAt(ticketId, activity);
        assertThat(task.getAssignee()).isEqualTo(assignee);
        return task;
    }

    void complete(Task task, Object... namesAndValues) {
        engine.getFormService().submitTaskForm(task.getId(), form(namesAndValues));
    }

    /** Claims the task, if it has no assignee, and does it as that person. */
    void completeAs(String login, Task task, Object... namesAndValues) {
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), login);
        }
        as(login, () -> {
            complete(task, namesAndValues);
            return null;
        });
    }

    static Map<String, Object> form(Object... namesAndValues) {
        Map<String, Object> form = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    /** Does something as a person of the unit on whose roster they are. */
    <T> T as(String login, Callable<T> work) {
        String unit = db.sql("select unit_id from agent where login = ?")
                .param(login)
                .query(String.class)
                .single();
        identity.setAuthentication(login, List.of("camunda-admin"), List.of(unit));
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The staff calls the number and the petitioner is there. */
    void isCalled(TicketId ticketId) {
        complete(taskAt(ticketId, "Task_CallPetitioner"), "came", "yes");
    }

    /** The staff calls the number and nobody comes. */
    void isCalledAndDoesNotCome(TicketId ticketId) {
        complete(taskAt(ticketId, "Task_CallPetitioner"), "came", "no");
    }

    /** The required values of a reception form; the test adds its own. */
    static Map<String, Object> reception(Object... namesAndValues) {
        Map<String, Object> form = form(
                "petitionerName", "孙大爷",
                "groupSize", 1,
                "destination", "town",
                "matter", "村口的路坏了，雨天没法走",
                "category", "land",
                "purpose", "把路修好",
                "purposeConfirmed", true,
                "sameMatter", "no",
                "ownUnit", "yes",
                "grade", "ordinary",
                "settleNow", "no");
        form.putAll(form(namesAndValues));
        form.values().removeIf(value -> value == null);
        return form;
    }

    /** The petitioner is called and listened to; the staff is responsible from here. */
    void isReceived(TicketId ticketId, Object... namesAndValues) {
        if (ticket(ticketId).state() == TicketState.CALLED) {
            isCalled(ticketId);
        }
        Task receive = taskAt(ticketId, "Task_ReceivePetitioner");
        engine.getFormService().submitTaskForm(receive.getId(), reception(namesAndValues));
    }

    /** Lets the time pass and fires the timer. */
    void timerFires(TicketId ticketId, String event, Duration later) {
        clock.forward(later);
        timerFires(ticketId, event);
    }

    /** The timer, which must be due by now. */
    void timerFires(TicketId ticketId, String event) {
        Job timer = timer(ticketId, event);
        assertThat(timer.getDuedate().toInstant()).as("due date of " + event).isBeforeOrEqualTo(clock.instant());
        management.executeJob(timer.getId());
    }

    Job timer(TicketId ticketId, String event) {
        List<Job> timers = timers(ticketId, event);
        assertThat(timers).as("timer " + event).hasSize(1);
        return timers.get(0);
    }

    List<Job> timers(TicketId ticketId, String event) {
        return instances(ticketId).stream()
                .flatMap(one -> Timers.of(management.createJobQuery().processInstanceId(one.getId()), event).stream())
                .toList();
    }

    /** Whether the process is over and has passed there. */
    boolean ended(TicketId ticketId, String activity) {
        return instance(ticketId) == null && passed(ticketId, activity);
    }

    boolean passed(TicketId ticketId, String activity) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(ticketId.value()).list().stream()
                .anyMatch(one -> history.createHistoricActivityInstanceQuery()
                                .activityId(activity)
                                .finished()
                                .processInstanceId(one.getId())
                                .count()
                        > 0);
    }

    /** Keeps somebody busy with a petitioner who plays no other part. */
    void isBusy(String login) {
        rota.engaged(newId().contact(), login);
    }

    void isFreeAgain(String login) {
        rota.servingNow(login).ifPresent(contact -> rota.finished(contact, login));
    }

    void everybodyIsBusy() {
        centre.staff().forEach(this::isBusy);
    }

    List<LedgerEntry.Kind> ledgerOf(TicketId ticketId, String login) {
        return ledger.of(ticketId.contact()).stream()
                .filter(entry -> login.equals(entry.login()))
                .map(LedgerEntry::kind)
                .toList();
    }

    /** Work after a commit happens on another thread. */
    void soon(TicketId ticketId, TicketState state) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ticket(ticketId).state()).isEqualTo(state));
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** Does all of it at the same moment. */
    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (var done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
