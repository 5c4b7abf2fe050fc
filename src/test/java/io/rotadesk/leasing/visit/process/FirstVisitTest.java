package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody comes for the first time: whose turn it is, the three steps, the register (L3.1, L3.2b, L3.3, L3.8). */
class FirstVisitTest extends VisitScenario {

    @Autowired
    Escalations escalations;

    @Autowired
    Notes notes;

    @Autowired
    Notices notices;

    @Test
    @Tag("L1.3")
    @Tag("L3.1")
    @Tag("L3.2b")
    @Tag("L3.2e")
    @Tag("L3.3")
    @Tag("L3.5")
    @Tag("L3.8")
    void walkInIsReceivedInThreeStepsAndRegistered() {
        VisitKey key = comes(VISITOR);
        Task greet = taskAt(key, VisitReception.Task.GREET_VISITOR, first());
        assertThat(tasks.getVariable(greet.getId(), "greeting")).isEqualTo("您好,欢迎参观!请问您是来看房的吗?");
        assertThat(greet.getDueDate().toInstant()).isEqualTo(in(Duration.ofMinutes(3)));
        greetsNew(key, first());

        confirmsIntent(key);
        Task tour = taskAt(key, VisitReception.Task.TOUR_PROJECT, first());
        assertThat(tasks.getVariable(tour.getId(), "emphasis").toString())
                .as("for a restaurant")
                .contains("排烟");
        assertThat(tasks.getVariable(tour.getId(), "script").toString()).isNotBlank();
        tours(key);
        negotiates(key);
        seesOff(key);
        assertThat(rota.isFree(first())).isTrue();
        registers(key, "李先生", VISITOR);

        assertThat(ended(key, VisitReception.EndEvent.VISIT_REGISTERED)).isTrue();
        Visit visit = visit(key);
        assertThat(visit.state()).isEqualTo(VisitState.REGISTERED);
        assertThat(visit.showing().shown()).containsExactly("exterior", "interior");
        assertThat(visit.showing().negotiation()).contains("临街");
        assertThat(visit.written().scriptVersion()).isNotNull();
        Customer customer = customers.byPhone(department.id(), VISITOR_E164).get(0);
        assertThat(customer.agent()).isEqualTo(first());
        assertThat(customer.lastContactKind()).isEqualTo(ContactKind.VISIT);
        assertThat(ledgerOf(key, first())).containsExactly(Kind.OFFERED, Kind.TAKEN, Kind.FINISHED);
    }

    @Test
    @Tag("L1.3")
    @Tag("L3.1")
    void visitorsComeToTheAgentsInTheOrderOfTheDayAndAPartyIsOneTurn() {
        VisitKey party = announced(new Announcement("王女士", VISITOR, 6, "某餐饮公司", null, null, null, Visit.VIEWING));
        VisitKey next = comes("13800000002");

        Task greet = taskAt(party, VisitReception.Task.GREET_VISITOR, first());
        assertThat(tasks.getVariable(greet.getId(), "visitorLine").toString())
                .contains("王女士", "138 0000 0001", "6", "某餐饮公司");
        taskAt(next, VisitReception.Task.GREET_VISITOR, second());
    }

    @Test
    @Tag("L3.1")
    void agentWhoDoesNotGreetInTimeLosesTheTurnToTheNext() {
        VisitKey key = comes(VISITOR);
        timerFires(key, VisitReception.Event.GREET_TIMEOUT, Duration.ofMinutes(3));

        taskAt(key, VisitReception.Task.GREET_VISITOR, second());
        assertThat(ledgerOf(key, first())).containsExactly(Kind.OFFERED, Kind.MISSED);
        assertThat(rota.isFree(first())).isTrue();
    }

    @Test
    @Tag("L3.2b")
    void aVisitorWhoCameForSomethingElseCostsNoTurn() {
        VisitKey key = comes(VISITOR);
        complete(
                taskAt(key, VisitReception.Task.GREET_VISITOR),
                "purpose",
                Visit.OTHER,
                "noteWho",
                "快递员",
                "noteAbout",
                "送一份合同",
                "noteFor",
                second());

        assertThat(notes.of(key.contact()).orElseThrow().text()).isEqualTo(new NoteText("快递员", "送一份合同", second()));
        assertThat(notices.unread(second())).anyMatch(notice -> notice.kind() == NoticeKind.MESSAGE);
        assertThat(ended(key, VisitReception.EndEvent.OTHER_VISIT)).isTrue();
        assertThat(visit(key).state()).isEqualTo(VisitState.OTHER);
        assertThat(ledgerOf(key, first())).contains(Kind.RESTORED, Kind.FINISHED);
        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, first());
    }

    @Test
    @Tag("L3.8")
    void theRegisterBeginsWithWhatWasToldOnTheWay() {
        VisitKey key = comes(VISITOR);
        receivesNew(key, first());

        Task register = taskAt(key, VisitReception.Task.REGISTER_VISIT);
        assertThat(tasks.getVariable(register.getId(), "customerName")).isEqualTo("李先生");
        assertThat(tasks.getVariable(register.getId(), "intent")).isEqualTo("catering");
        assertThat(tasks.getVariable(register.getId(), "floorArea"))
                .as("a number that Tasklist can show")
                .isEqualTo(120.0);
        assertThat(tasks.getVariable(register.getId(), "remarks").toString()).contains("想要一层临街的铺位");
    }

    @Test
    @Tag("L3.3")
    void aVisitorWhoLeavesEarlyEndsTheReceptionWithAReasonAtAnyOfTheSteps() {
        VisitKey beforeTour = comes("13800000011");
        greetsNew(beforeTour, first());
        complete(taskAt(beforeTour, VisitReception.Task.CONFIRM_INTENT), "stillHere", "no", "leftReason", "临时有事");
        leftEarly(beforeTour, first());

        VisitKey onTour = comes("13800000012");
        greetsNew(onTour, second());
        confirmsIntent(onTour);
        complete(
                taskAt(onTour, VisitReception.Task.TOUR_PROJECT),
                "exterior",
                true,
                "stillHere",
                "no",
                "leftReason",
                "临时有事");
        leftEarly(onTour, second());

        VisitKey atTheTable = comes("13800000013");
        greetsNew(atTheTable, third());
        confirmsIntent(atTheTable);
        tours(atTheTable);
        complete(taskAt(atTheTable, VisitReception.Task.NEGOTIATE), "stillHere", "no", "leftReason", "临时有事");
        leftEarly(atTheTable, third());
    }

    private void leftEarly(VisitKey key, String agent) {
        assertThat(rota.isFree(agent)).isTrue();
        assertThat(visit(key).showing().leftReason()).isEqualTo("临时有事");
        taskAt(key, VisitReception.Task.REGISTER_VISIT, agent);
    }

    @Test
    @Tag("L3.8")
    void agentIsFreeFromTheSeeOffAndRemindedOfTheRegisterThenTheManagerIsTold() {
        VisitKey key = comes(VISITOR);
        receivesNew(key, first());
        Task register = taskAt(key, VisitReception.Task.REGISTER_VISIT, first());
        assertThat(rota.isFree(first())).isTrue();

        timerFires(key, VisitReception.Timer.REGISTER_VISIT_REMIND, Duration.ofMinutes(30));
        assertThat(taskAt(key, VisitReception.Task.REGISTER_VISIT).getPriority())
                .isGreaterThan(register.getPriority());
        assertThat(isOpenFor(register, department.manager())).isFalse();
        timerFires(key, VisitReception.Timer.REGISTER_VISIT_TELL_MANAGER, Duration.ofMinutes(30));
        assertThat(isOpenFor(register, department.manager())).isTrue();
        registers(key, "李先生", VISITOR);
        assertThat(ended(key, VisitReception.EndEvent.VISIT_REGISTERED)).isTrue();
    }

    @Test
    @Tag("L3.7")
    void questionForTheManagerIsSentFromEachFormWhileTheReceptionGoesOn() {
        VisitKey key = comes(VISITOR);
        greetsNew(key, first());
        complete(
                taskAt(key, VisitReception.Task.CONFIRM_INTENT),
                "intent",
                "office",
                "stillHere",
                "yes",
                "questionForManager",
                "可以分割吗？");
        tours(key);
        complete(taskAt(key, VisitReception.Task.NEGOTIATE), "stillHere", "yes", "questionForManager", "免租期多长？");
        complete(taskAt(key, VisitReception.Task.SEE_OFF_VISITOR), "seenOff", true, "questionForManager", "车位够吗？");
        complete(taskAt(key, VisitReception.Task.REGISTER_VISIT), "customerName", "李先生", "questionForManager", "何时交付？");

        assertThat(escalations.of(key.contact()))
                .extracting(question -> question.question())
                .containsExactlyInAnyOrder("可以分割吗？", "免租期多长？", "车位够吗？", "何时交付？");
        assertThat(escalations.of(key.contact()))
                .extracting(question -> question.askedBy())
                .containsOnly(first());
    }

    @Test
    @Tag("L3.8")
    void aVisitorWithoutANumberFoundsNoClaim() {
        VisitKey key = comes(null);
        receivesNew(key, first());
        complete(taskAt(key, VisitReception.Task.REGISTER_VISIT), "customerName", "李先生");

        assertThat(visit(key).state()).isEqualTo(VisitState.REGISTERED);
        assertThat(visit(key).known().customerId()).isNull();
    }

    @Test
    @Tag("L3.6")
    void theRulesOfConductStandOnTheFormOfAnAppointment() {
        VisitKey appointment = hasAppointment("13800000091", Duration.ofHours(2), null);
        desk.arrived(appointment, null);
        showsTheRules(appointment, VisitReception.Task.MEET_VISITOR);
    }

    @Test
    @Tag("L3.6")
    void theRulesOfConductStandOnEveryFormOfTheReception() {
        VisitKey key = comes(VISITOR);
        showsTheRules(key, VisitReception.Task.GREET_VISITOR);
        greetsNew(key, first());
        showsTheRules(key, VisitReception.Task.CONFIRM_INTENT);
        confirmsIntent(key);
        showsTheRules(key, VisitReception.Task.TOUR_PROJECT);
        tours(key);
        showsTheRules(key, VisitReception.Task.NEGOTIATE);
        negotiates(key);
        showsTheRules(key, VisitReception.Task.SEE_OFF_VISITOR);

        VisitKey known = comes("13800000092");
        greetsKnown(known, second(), third());
        showsTheRules(known, VisitReception.Task.RECEIVE_VISITOR);
    }

    private void showsTheRules(VisitKey key, String activity) {
        assertThat(tasks.getVariable(taskAt(key, activity).getId(), "conduct"))
                .as(activity)
                .asString()
                .contains("翘腿");
    }

    @Test
    @Tag("L3.6")
    void aShareOfTheReceptionsIsDrawnForASpotCheckAsTheUnitHasIt() {
        department = founder.found(UnitSettings.of(Map.of("checkPercent", 100)));
        VisitKey checked = comes(VISITOR);
        receivesNew(checked, first());
        registers(checked, "李先生", VISITOR);
        assertThat(visit(checked).afterwards().checked()).isTrue();

        department = founder.found(UnitSettings.of(Map.of("checkPercent", 0)));
        VisitKey unchecked = comes(VISITOR);
        receivesNew(unchecked, first());
        registers(unchecked, "李先生", VISITOR);
        assertThat(visit(unchecked).afterwards().checked()).isFalse();
    }

    @Test
    @Tag("L3.1")
    void aNameIsEnoughToAnnounceAVisitor() {
        announcesByHand(Map.of("visitorName", "赵先生"));

        Visit visit = register.latest(department.id(), 1).get(0);
        assertThat(visit.said().purpose()).isEqualTo(Visit.VIEWING);
        assertThat(visit.announced().partySize()).isEqualTo(1);
        taskAt(visit.key(), VisitReception.Task.GREET_VISITOR, first());
    }

    private void announcesByHand(Map<String, Object> form) {
        engine.getIdentityService().setAuthentication(third(), List.of("agents"), List.of(department.id()));
        try {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(VisitReception.PROCESS)
                    .latestVersion()
                    .singleResult()
                    .getId();
            engine.getFormService().submitStartForm(definition, form);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    @Tag("L3.1")
    void agentAnnouncesAVisitorInTasklistAndNothingPersonalStaysInTheProcess() {
        announcesByHand(Map.of(
                "purpose",
                Visit.VIEWING,
                "visitorName",
                "赵先生",
                "visitorPhone",
                "13800000021",
                "partySize",
                3,
                "namedAgent",
                "招商员5"));

        Visit visit = register.latest(department.id(), 1).get(0);
        assertThat(visit.source()).isEqualTo("BY_HAND");
        assertThat(visit.announced().by()).isEqualTo(third());
        assertThat(visit.announced().name()).isEqualTo("赵先生");
        assertThat(visit.announced().partySize()).isEqualTo(3);
        taskAt(visit.key(), VisitReception.Task.GREET_VISITOR, first());
        assertThat(runtime.getVariables(instance(visit.key()).getId()).keySet())
                .doesNotContain("visitorName", "visitorPhone", "partySize", "company", "namedAgent");
    }
}
