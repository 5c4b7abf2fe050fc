package io.rotadesk.web.desk.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.Statements;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.TownInBrowser;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Lists of tasks say whom a task is about, and only to those who may see the task. */
@RotaDeskTest
class ListApiTest {

    private static final String NUMBER = "13712345678";

    @Autowired
    WebApplicationContext application;

    @Autowired
    IncomingCalls phones;

    @Autowired
    Customers customers;

    @Autowired
    Announcements visitDesk;

    @Autowired
    Petitions petitions;

    @Autowired
    Escalations escalations;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    FilterService filters;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
    }

    @Test
    @Tag("L2.1")
    void aCallIsToldByCustomerAndLastDigits() {
        customers.add(
                department.unit, "何先生", "+86" + NUMBER, department.login("B", 1), ContactKind.CALL, clock.instant());
        Task task = ringing("1", NUMBER);

        JsonNode answer = subjects(department.agent("A", 1), "zh", task.getId());
        assertThat(answer.path("tasks")).hasSize(1);
        assertThat(answer.path("tasks").get(0).path("about").asText()).isEqualTo("何先生 · 尾号 5678");
        assertThat(answer.path("tasks").get(0).path("button").asText()).isEqualTo("接听");
        assertThat(answer.path("unit").asText()).isEqualTo("测试招商部");
        assertThat(answer.path("leads").asBoolean()).isFalse();
        JsonNode english = subjects(department.agent("A", 1), "en", task.getId());
        assertThat(english.path("tasks").get(0).path("about").asText()).isEqualTo("何先生 · …5678");
        assertThat(english.path("tasks").get(0).path("button").asText()).isEqualTo("Answer");
        assertThat(english.path("tasks").get(0).path("name").asText()).isEqualTo("Pick up the call");
        assertThat(answer.path("tasks").get(0).path("name").asText()).isEqualTo("接听来电");
    }

    /** A caller is on the line no more after the hang-up, though the agent has not written it down yet. */
    @Test
    @Tag("L2.2b")
    void aCallerWhoHasHungUpIsOnTheLineNoMore() {
        ringing("1", NUMBER);
        CallKey key = new CallKey(department.unit, "1");
        phones.event(key, CallEvent.ANSWERED, null, "e1");
        Task asking = one(CallHandling.Task.ASK_CALLER);
        DeskBrowser agent = department.agent("A", 1);
        assertThat(subjects(agent, "zh", asking.getId())
                        .path("tasks")
                        .get(0)
                        .path("over")
                        .asBoolean())
                .isFalse();

        phones.event(key, CallEvent.HUNG_UP, null, "e2");

        assertThat(subjects(agent, "zh", asking.getId())
                        .path("tasks")
                        .get(0)
                        .path("over")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void threeOfAKindAreToldApart() {
        for (String name : List.of("周先生", "罗女士", "金先生")) {
            visitDesk.announce(
                    VisitKey.newByHand(department.unit),
                    new Announcement(name, null, 1, null, null, null, null, "viewing"));
        }
        List<String> ids = tasks.createTaskQuery().tenantIdIn(department.unit).list().stream()
                .map(Task::getId)
                .toList();

        assertThat(ids).hasSize(3);
        assertThat(about(department.manager(), ids)).containsExactlyInAnyOrder("周先生", "罗女士", "金先生");
    }

    @Test
    void aQuestionIsToldByItsCallerAndItsWords() {
        Task call = ringing("1", NUMBER);
        escalations.raise(
                department.unit,
                department.login("A", 1),
                new CallKey(department.unit, "1").contact(),
                "三层能拆分吗？\n客户等着，想要一百到一百五十平方米，最好临街，不要在电梯旁边，也不要在楼梯旁边");
        Task question = tasks.createTaskQuery()
                .tenantIdIn(department.unit)
                .taskDefinitionKey("Task_AnswerQuestion")
                .singleResult();

        List<String> about = about(department.manager(), List.of(question.getId(), call.getId()));
        assertThat(about)
                .contains("尾号 5678")
                .anySatisfy(line ->
                        assertThat(line).startsWith("尾号 5678 · 三层能拆分吗？ 客户等着").endsWith("…"));
    }

    @Test
    @Tag("P4")
    void aMatterIsToldByItsNumberAndPetitioner() {
        TownInBrowser town = new TownInBrowser(application);
        String unit = town.centre.id();
        petitions.announce(
                new TicketId("list-" + unit),
                unit,
                new PetitionAnnouncement("田大爷", "13600001234", false, 1, null, "田埂", null, null),
                town.centre.leader());
        Task task = tasks.createTaskQuery().tenantIdIn(unit).singleResult();

        assertThat(about(town.as(task.getAssignee()), List.of(task.getId())))
                .singleElement()
                .asString()
                .matches("田大爷 · 尾号 1234 · .*[0-9]{4}.*");
        assertThat(about(town.as(town.otherOffice.leader()), List.of(task.getId())))
                .isEmpty();
    }

    @Test
    void nobodyElseLearnsAnything() {
        Task task = ringing("1", NUMBER);
        TestPeople people = new TestPeople(application.getBean(Accounts.class));
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        String unit = department.unit;

        Map<String, DeskBrowser> strangers = Map.of(
                "a colleague", department.agent("A", 2),
                "another unit's agent", other.agent("A", 1),
                "another unit's manager", other.manager(),
                "the process owner", DeskBrowser.of(application, people.with(unit, Role.PROCESS_OWNER)));
        strangers.forEach((name, browser) -> {
            assertThat(about(browser, List.of(task.getId(), "no-such-task")))
                    .as(name)
                    .isEmpty();
            assertThat(kept(browser, task.getId())).as(name).isEqualTo(204);
        });
        assertThat(about(department.manager(), List.of(task.getId()))).hasSize(1);
        assertThat(about(department.administrator(), List.of(task.getId()))).hasSize(1);
    }

    @Test
    @Tag("L2.3")
    void afterRegisteringThePersonIsToldWhatWasKept() {
        Task ring = ringing("1", NUMBER);
        String login = department.login("A", 1);
        DeskBrowser me = department.agent("A", 1);
        complete(login, ring, Map.of());
        assertThat(kept(me, ring.getId())).as("a step that keeps nothing").isEqualTo(204);
        complete(login, one(CallHandling.Task.ASK_CALLER), Map.of("enquiry", "leasing", "contactedBefore", "no"));
        Task register = one(CallHandling.Task.REGISTER_CALL);
        assertThat(kept(me, register.getId())).as("not completed yet").isEqualTo(204);
        complete(
                login,
                register,
                Map.of(
                        "customerName",
                        "周先生",
                        "customerPhone",
                        NUMBER,
                        "mediaSource",
                        "friend",
                        "leftOwnDetails",
                        true));

        JsonNode told = told(me, register);
        assertThat(told.path("text").asText()).isEqualTo("已登记来电：周先生 · 尾号 5678");
        assertThat(me.get(told.path("link").asText()).status())
                .as("the link leads to the entry")
                .isEqualTo(200);
        assertThat(kept(department.manager(), register.getId()))
                .as("only the person who did it")
                .isEqualTo(204);
    }

    @Test
    @Tag("L2.2b")
    void aCallThatEndsWithANoteIsToldAsANoteAndOneThatGoesOnIsNotTold() {
        String login = department.login("A", 1);
        DeskBrowser me = department.agent("A", 1);
        complete(login, ringing("1", NUMBER), Map.of());
        Task noted = one(CallHandling.Task.ASK_CALLER);
        complete(login, noted, Map.of("enquiry", "other", "noteWho", "物业公司", "noteAbout", "停车证"));

        JsonNode told = told(me, noted);
        assertThat(told.path("text").asText()).isEqualTo("已记下留言：尾号 5678");
        assertThat(me.get(told.path("link").asText()).status())
                .as("the link leads to the entry")
                .isEqualTo(200);

        complete(login, ringing("2", "13712340002"), Map.of());
        Task leasing = one(CallHandling.Task.ASK_CALLER);
        complete(login, leasing, Map.of("enquiry", "leasing", "contactedBefore", "no"));
        assertThat(kept(me, leasing.getId())).as("the call goes on").isEqualTo(204);
    }

    @Test
    @Tag("L3.2b")
    void aVisitThatEndsWithANoteIsToldAsANote() {
        Task noted = greeted("罗女士");
        DeskBrowser me = assignee(noted);
        complete(noted.getAssignee(), noted, Map.of("purpose", "other", "noteWho", "罗女士", "noteAbout", "送快递"));

        JsonNode told = told(me, noted);
        assertThat(told.path("text").asText()).isEqualTo("已记下留言：罗女士");
        assertThat(me.get(told.path("link").asText()).status()).isEqualTo(200);

        Task viewing = greeted("金先生");
        DeskBrowser next = assignee(viewing);
        complete(viewing.getAssignee(), viewing, Map.of("purpose", "viewing", "contactedBefore", "no"));
        assertThat(kept(next, viewing.getId())).as("the visit goes on").isEqualTo(204);
    }

    @Test
    void oddQuestionsAreAnsweredWithNothing() {
        DeskBrowser me = department.agent("A", 1);
        assertThat(subjects(me, "", "").path("tasks")).isEmpty();
        assertThat(me.ask(MockMvcRequestBuilders.get("/desk/tasks/subjects")).status())
                .isEqualTo(200);
        assertThat(about(me, List.of("", "x'\"", "%00"))).isEmpty();
        String many = java.util.stream.IntStream.range(0, 61)
                .mapToObj(number -> "id=" + number)
                .collect(Collectors.joining("&"));
        assertThat(me.ask(MockMvcRequestBuilders.get("/desk/tasks/subjects?" + many))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLongListCostsAsManyStatementsAsAShortOne() {
        for (int number = 1; number <= 12; number++) {
            visitDesk.announce(
                    VisitKey.newByHand(department.unit),
                    new Announcement("客人" + number, null, 1, null, null, null, null, "viewing"));
        }
        List<String> ids = tasks.createTaskQuery().tenantIdIn(department.unit).list().stream()
                .map(Task::getId)
                .toList();
        assertThat(ids).hasSizeGreaterThan(2);
        DeskBrowser manager = department.manager();
        about(manager, ids);
        int one = Statements.withTheEngine(() -> about(manager, ids.subList(0, 1)))
                .size();
        assertThat(one).isPositive();
        assertThat(Statements.withTheEngine(() -> about(manager, ids))).hasSize(one);
    }

    /** The list is the engine's: page by page in this order. */
    @Test
    @Tag("L2.1")
    void aLiveCallStandsAboveWhatIsDueSooner() {
        String login = department.login("A", 1);
        Task ring = ringing("1", NUMBER);
        complete(login, ring, Map.of());
        Task live = one(CallHandling.Task.ASK_CALLER);
        Task due = tasks.newTask();
        due.setAssignee(login);
        due.setTenantId(department.unit);
        due.setDueDate(java.util.Date.from(clock.instant().minusSeconds(60)));
        tasks.saveTask(due);
        identity.setAuthentication(login, List.of(Role.AGENT.group()), List.of(department.unit));
        try {
            String mine = filters.createTaskFilterQuery()
                    .filterName("我的任务")
                    .singleResult()
                    .getId();
            // Tasklist adds its own order.
            assertThat(filters.<Task, TaskQuery>listPage(
                            mine,
                            tasks.createTaskQuery().orderByTaskCreateTime().desc(),
                            0,
                            15))
                    .extracting(Task::getId)
                    .containsExactly(live.getId(), due.getId());
        } finally {
            identity.clearAuthentication();
            tasks.deleteTask(due.getId(), true);
        }
    }

    private Task ringing(String callId, String number) {
        phones.receive(new CallKey(department.unit, callId), number, null);
        return one(CallHandling.Task.PICK_UP_CALL);
    }

    private Task one(String step) {
        return tasks.createTaskQuery()
                .tenantIdIn(department.unit)
                .taskDefinitionKey(step)
                .singleResult();
    }

    private void complete(String login, Task task, Map<String, Object> values) {
        identity.setAuthentication(login, List.of(Role.AGENT.group()), List.of(department.unit));
        try {
            tasks.complete(task.getId(), values);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Task greeted(String visitor) {
        visitDesk.announce(
                VisitKey.newByHand(department.unit),
                new Announcement(visitor, null, 1, null, null, null, null, "viewing"));
        return one(VisitReception.Task.GREET_VISITOR);
    }

    private DeskBrowser assignee(Task task) {
        return DeskBrowser.of(
                application,
                application.getBean(Accounts.class).find(task.getAssignee()).orElseThrow());
    }

    private static JsonNode told(DeskBrowser browser, Task task) {
        DeskBrowser.Page page = browser.ask(MockMvcRequestBuilders.get("/desk/tasks/kept?id=" + task.getId()));
        assertThat(page.status()).isEqualTo(200);
        return json(page);
    }

    private static int kept(DeskBrowser browser, String task) {
        return browser.ask(MockMvcRequestBuilders.get("/desk/tasks/kept?id=" + task))
                .status();
    }

    private static List<String> about(DeskBrowser browser, List<String> ids) {
        return subjects(browser, "zh", ids.toArray(String[]::new)).path("tasks").findValuesAsText("about");
    }

    private static JsonNode subjects(DeskBrowser browser, String language, String... ids) {
        DeskBrowser.Page answer = browser.ask(MockMvcRequestBuilders.get("/desk/tasks/subjects")
                .param("in", language)
                .param("id", ids));
        assertThat(answer.status()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(DeskBrowser.Page answer) {
        try {
            return new ObjectMapper().readTree(answer.html());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
