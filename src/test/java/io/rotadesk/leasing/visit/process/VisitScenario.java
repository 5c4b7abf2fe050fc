package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ProcessScenario;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.leasing.visit.WaitingLine;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.TurnLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** The methods that the scenarios of visits use. */
abstract class VisitScenario extends ProcessScenario {

    static final String VISITOR = "13800000001";

    static final String VISITOR_E164 = "+8613800000001";

    private static final AtomicInteger visits = new AtomicInteger();

    @Autowired
    Announcements desk;

    @Autowired
    Visits register;

    @Autowired
    WaitingLine line;

    @Autowired
    Presence presence;

    @Autowired
    Rota rota;

    @Autowired
    TurnLedger ledger;

    @Autowired
    HistoryService history;

    String first() {
        return department.visitTeam().get(0);
    }

    String second() {
        return department.visitTeam().get(1);
    }

    String third() {
        return department.visitTeam().get(2);
    }

    VisitKey newVisit() {
        return new VisitKey(department.id(), "visit-" + visits.incrementAndGet());
    }

    /** Somebody is at the door. */
    VisitKey comes(String phone) {
        return announced(new Announcement("李先生", phone, 1, null, null, null, null, Visit.VIEWING));
    }

    VisitKey hasAppointment(String phone, Duration from, String namedAgent) {
        return announced(
                new Announcement("李先生", phone, 1, null, clock.instant().plus(from), null, namedAgent, Visit.VIEWING));
    }

    VisitKey announced(Announcement announcement) {
        VisitKey key = newVisit();
        desk.announce(key, announcement);
        return key;
    }

    Visit visit(VisitKey key) {
        return register.get(key);
    }

    ProcessInstance instance(VisitKey key) {
        return runtime.createProcessInstanceQuery()
                .variableValueEquals("visitId", key.toString())
                .processDefinitionKey(VisitReception.PROCESS)
                .singleResult();
    }

    /** The one open task must be this one. */
    Task taskAt(VisitKey key, String activity) {
        ProcessInstance instance = instance(key);
        assertThat(instance).as("running process of " + key).isNotNull();
        Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        assertThat(task).as("open task of " + key).isNotNull();
        assertThat(task.getTaskDefinitionKey()).isEqualTo(activity);
        return task;
    }

    Task taskAt(VisitKey key, String activity, String assignee) {
        Task task = taskAt(key, activity);
        assertThat(task.getAssignee()).isEqualTo(assignee);
        return task;
    }

    /** Lets the time pass and fires the timer, which must be due just then. */
    void timerFires(VisitKey key, String event, Duration later) {
        fires(instance(key), event, later);
    }

    boolean ended(VisitKey key, String endEvent) {
        return instance(key) == null && hasPassed(key.visitId(), endEvent);
    }

    /** Greets somebody who has never been in touch. */
    void greetsNew(VisitKey key, String agent) {
        complete(
                taskAt(key, VisitReception.Task.GREET_VISITOR, agent),
                "purpose",
                Visit.VIEWING,
                "contactedBefore",
                "no");
    }

    /** Greets somebody who says that they know an agent, and it is confirmed. */
    void greetsKnown(VisitKey key, String agent, String namedAgent) {
        complete(
                taskAt(key, VisitReception.Task.GREET_VISITOR, agent),
                "purpose",
                Visit.VIEWING,
                "contactedBefore",
                "yes",
                "namedAgent",
                namedAgent,
                "confirmed",
                "yes");
    }

    void confirmsIntent(VisitKey key) {
        complete(
                taskAt(key, VisitReception.Task.CONFIRM_INTENT),
                "intent",
                "catering",
                "floorArea",
                120,
                "stillHere",
                "yes");
    }

    void tours(VisitKey key) {
        complete(taskAt(key, VisitReception.Task.TOUR_PROJECT), "exterior", true, "interior", true, "stillHere", "yes");
    }

    void negotiates(VisitKey key) {
        complete(taskAt(key, VisitReception.Task.NEGOTIATE), "negotiation", "想要一层临街的铺位", "stillHere", "yes");
    }

    void seesOff(VisitKey key) {
        complete(taskAt(key, VisitReception.Task.SEE_OFF_VISITOR), "seenOff", true);
    }

    void registers(VisitKey key, String name, String phone) {
        complete(
                taskAt(key, VisitReception.Task.REGISTER_VISIT),
                "customerName",
                name,
                "customerPhone",
                phone,
                "mediaSource",
                "web");
    }

    /** A first visit from the greeting to the see-off. */
    void receivesNew(VisitKey key, String agent) {
        greetsNew(key, agent);
        confirmsIntent(key);
        tours(key);
        negotiates(key);
        seesOff(key);
    }

    Customer customerOf(String agent, ContactKind kind, Duration ago) {
        return customers.add(
                department.id(),
                "李先生",
                VISITOR_E164,
                agent,
                kind,
                clock.instant().minus(ago));
    }

    /** Keeps an agent busy with a visitor who plays no other part. */
    void isBusy(String agent) {
        rota.engaged(Contact.visit(newVisit().toString()), agent);
    }

    void isFreeAgain(String agent) {
        rota.servingNow(agent).ifPresent(contact -> rota.finished(contact, agent));
    }

    void everybodyIsBusy() {
        department.visitTeam().forEach(this::isBusy);
    }

    List<LedgerEntry.Kind> ledgerOf(VisitKey key, String login) {
        return ledger.of(key.contact()).stream()
                .filter(entry -> login.equals(entry.login()))
                .map(LedgerEntry::kind)
                .toList();
    }

    /** Work after a commit happens on another thread. */
    void soon(VisitKey key, VisitState state) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(visit(key).state()).isEqualTo(state));
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }
}
