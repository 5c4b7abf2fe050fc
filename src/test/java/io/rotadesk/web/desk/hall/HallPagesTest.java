package io.rotadesk.web.desk.hall;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.Timers;
import io.rotadesk.Traces;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.TownInBrowser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
class HallPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Petitions petitions;

    @Autowired
    Tickets tickets;

    @Autowired
    ReceptionBoard board;

    @Autowired
    Matters matters;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestClock clock;

    TownInBrowser town;
    String unit;
    String hall;
    DeskBrowser staff;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
        unit = town.centre.id();
        hall = "/desk/hall?unit=" + unit;
        staff = town.as(town.centre.staff().get(0));
    }

    @Test
    void anAddressFromBeforeLeadsToTheHall() {
        var answer = staff.get("/desk/tickets/board?unit=" + unit);

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.redirect()).isEqualTo("/desk/hall/board?unit=" + unit);
    }

    @Test
    @Tag("P3")
    void aRegisteredPetitionerIsCalledAtOnceAndSeenInTheHall() {
        var answer = register("林女士", "13800000055");
        assertThat(answer.redirect()).isEqualTo(hall);
        Ticket ticket = ticketOf("1");
        assertThat(ticket.state()).isEqualTo(TicketState.CALLED);
        assertThat(ticket.registration().by()).isEqualTo(town.centre.staff().get(0));

        String page = staff.get(hall).text();
        assertThat(page).contains("1 号", "林女士", "叫号", "没有来访人在等候", "村口的路");
        Traces.assertNone(Stream.of(page), "13800000055");
        assertThat(staff.in(Locale.ENGLISH).get(hall).text())
                .contains("Called by", "Nobody waits", "No. 1")
                .doesNotContain("??");
    }

    @Test
    @Tag("P3")
    void aButtonPressedTwiceRegistersOnce() {
        String html = staff.get(hall).html();
        String once = html.replaceFirst("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
        for (int i = 0; i < 2; i++) {
            assertThat(register(
                                    "once",
                                    once,
                                    "petitionerName",
                                    "林女士",
                                    "petitionerPhone",
                                    "13800000055",
                                    "groupSize",
                                    "1")
                            .redirect())
                    .isEqualTo(hall);
        }
        assertThat(today()).hasSize(1);
    }

    @Test
    @Tag("P2")
    void anInvalidValueIsReportedBesideItsFieldAndNothingIsLost() {
        assertWrong(List.of("petitionerName", "", "petitionerPhone", "13800000055"), "请填写姓名");
        assertWrong(List.of("petitionerName", "林女士", "petitionerPhone", "打她手机"), "不像电话号码");
        assertWrong(
                List.of("petitionerName", "林女士", "petitionerPhone", "13800000055", "earlierMatter", "1999-000001"),
                "没有这个编号的事项");
        assertWrong(
                List.of(
                        "petitionerName",
                        "林女士",
                        "petitionerPhone",
                        "13800000055",
                        "day",
                        "2026-03-01",
                        "time",
                        "09:00"),
                "预约时间已经过去");
        assertWrong(
                List.of("petitionerName", "林女士", "petitionerPhone", "13800000055", "day", "2026-03-03", "time", ""),
                "请同时填写日期和时间");
        assertThat(today()).isEmpty();
    }

    private void assertWrong(List<String> fields, String why) {
        String summary = "<b>路</b>${7*7}";
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of("matterSummary", summary, "groupSize", "1"));
        var answer = register(all.toArray(String[]::new));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(why);
        assertThat(answer.html())
                .contains("&lt;b&gt;路&lt;/b&gt;${7*7}</textarea>")
                .doesNotContain("<b>路</b>");
        for (int i = 0; i < fields.size(); i += 2) {
            if (!fields.get(i + 1).isEmpty()) {
                assertThat(answer.html()).contains("value=\"" + fields.get(i + 1) + "\"");
            }
        }
    }

    @Test
    @Tag("P3")
    void waitingPetitionersAreShownInOrderWithTheTimeAndCanLeave() {
        List.of("甲", "乙", "丙").forEach(name -> register("来访人" + name, "1380000006" + name.length()));
        register("卢先生", "13800000066");
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofMinutes(5)));
        register("何女士", "13800000067");
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofMinutes(7)));

        String page = staff.get(hall).text();
        assertThat(page).contains("等候 2", "接待人员都没有空闲", "09:00 到，已等 7 分钟", "09:05 到，已等 2 分钟");
        assertThat(page.indexOf("卢先生")).isLessThan(page.indexOf("何女士"));
        assertThat(staff.get("/desk?unit=" + unit).text()).as("at home").contains("2 批来访群众在等候");

        TicketId id = ticketOf("4").id();
        assertThat(staff.post("/desk/hall/" + id + "/left").redirect()).isEqualTo(hall);
        assertThat(tickets.get(id).state()).isEqualTo(TicketState.LEFT);
        assertThat(staff.get(hall).text()).contains("等候 1", "今天已结束 1", "未接待就离开");
    }

    @Test
    @Tag("P3")
    void theLeaderGivesSomebodyInLineToOneOfTheStaff() {
        List.of("甲", "乙", "丙", "丁").forEach(name -> register("来访人" + name, "13800000069"));
        TicketId id = ticketOf("4").id();
        String colleague = town.centre.staff().get(1);
        assertThat(staff.get(hall).text()).doesNotContain("由谁接待");
        assertThat(staff.post("/desk/hall/" + id + "/assign", "staff", colleague)
                        .status())
                .isEqualTo(403);
        DeskBrowser leader = town.as(town.centre.leader());
        assertThat(leader.get(hall).text()).contains("由谁接待");
        leader.post("/desk/hall/" + id + "/assign", "staff", town.office.staff().get(0));
        assertThat(tickets.get(id).state()).as("nobody of ours").isEqualTo(TicketState.WAITING);
        leader.post("/desk/hall/" + id + "/assign", "staff", colleague);
        assertThat(tickets.get(id).staff()).isEqualTo(colleague);
    }

    @Test
    @Tag("P3")
    void anAppointmentIsMovedCancelledOrSeenEarly() {
        TicketId moved = appointment("赵一", Duration.ofHours(3));
        TicketId cancelled = appointment("赵二", Duration.ofHours(4));
        TicketId early = appointment("赵三", Duration.ofHours(5));
        appointment("赵四", Duration.ofHours(24));
        assertThat(staff.get(hall).text()).contains("12:00 1 号 赵一", "13:00 2 号 赵二", "今后的预约 1", "03-03 09:00 1 号 赵四");

        assertThat(staff.get("/desk/hall/" + moved + "/move").text()).contains("赵一", "2026-03-02 12:00");
        staff.post("/desk/hall/" + moved + "/move", "day", "2026-03-02", "time", "15:30");
        assertThat(tickets.get(moved).standing().appointmentAt())
                .isEqualTo(TestClock.MONDAY_NINE.plus(Duration.ofMinutes(390)));
        assertThat(staff.post("/desk/hall/" + moved + "/move", "day", "2026-03-01", "time", "15:30")
                        .redirect())
                .as("a time that is past")
                .endsWith("/move");
        staff.post("/desk/hall/" + cancelled + "/cancel");
        assertThat(tickets.get(cancelled).state()).isEqualTo(TicketState.CANCELLED);
        staff.post("/desk/hall/" + early + "/arrived");
        assertThat(tickets.get(early).standing().arrivedAt()).isEqualTo(clock.instant());
        assertThat(staff.get(hall).text()).contains("15:30 1 号 赵一", "预约取消", "已到 09:00");
    }

    @Test
    @Tag("P3")
    void theBoardOnTheWallHasNumbersAndNoNames() {
        List.of("甲", "乙", "丙", "丁", "戊").forEach(name -> register("来访人" + name, "13800000068"));
        String page = staff.get("/desk/hall/board?unit=" + unit).text();
        assertThat(page).contains("正在叫号", "接待员1处", "接待员3处", "请准备 4 5");
        Traces.assertNone(Stream.of(page), "来访人甲", "13800000068", "村口");
        assertThat(staff.in(Locale.ENGLISH)
                        .get("/desk/hall/board/part?unit=" + unit)
                        .text())
                .contains("Now called", "please come", "Next 4 5");
    }

    @Test
    @Tag("P3")
    void somebodyWhoMissedTheirNumberIsCalledAgainOrLeavesByAButton() {
        register("林女士", "13800000055");
        Ticket ticket = ticketOf("1");
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ticket.id().value())
                .singleResult()
                .getId();
        assertThat(staff.get(hall).html()).contains("去叫号", "#/?task=" + task);
        assertThat(town.as(town.centre.staff().get(1)).get(hall).html())
                .as("somebody else's number is no link")
                .doesNotContain("#/?task=");
        engine.getFormService().submitTaskForm(task, Map.of("came", "no"));

        assertThat(staff.get(hall).text()).contains("没有应声，09:05 再叫", "再叫", "来访人已离开");
        assertThat(staff.post("/desk/hall/" + ticket.id() + "/back").redirect()).isEqualTo(hall);
        assertThat(tickets.get(ticket.id()).state()).isEqualTo(TicketState.CALLED);
        assertThat(staff.get(hall).text()).contains("09:00 到，已等 0 分钟");
    }

    @Test
    @Tag("P3")
    void theNoticeSaysWhichPersonIsCallingAndAtWhichWindow() {
        assertThat(staff.post("/desk/hall/window", "unit", unit, "window", "2").redirect())
                .isEqualTo(hall);
        assertThat(register("林女士", "13800000055").said("done")).hasValue("1 号，接待员1正在叫号，请到2 号窗口。");

        String wall = staff.get("/desk/hall/board?unit=" + unit).html();
        assertThat(wall).contains("请到2 号窗口（接待员1）", "data-say=\"请 1 号到2 号窗口\"");
        Traces.assertNone(Stream.of(wall), "林女士", "13800000055");
        assertThat(staff.in(Locale.ENGLISH).get("/desk/hall/board?unit=" + unit).html())
                .contains("data-say=\"Number 1, please go to window 2\"");
        assertThat(staff.get(hall).html()).contains("data-say=\"请 1 号到2 号窗口\"");
        staff.post("/desk/hall/window", "unit", unit, "window", "");
        assertThat(staff.get("/desk/hall/board?unit=" + unit).text()).contains("接待员1处");
    }

    @Test
    @Tag("P2")
    void aNameThatWasTypedIsKeptNowhereIfThePetitionerGivesNone() {
        register("petitionerName", "欧阳不留名", "anonymous", "true", "groupSize", "1");
        assertThat(matters.get(ticketOf("1").matterId()).petitionerName()).isNull();
        assertThat(staff.get(hall).text()).contains("匿名").doesNotContain("欧阳不留名");
        assertThat(staff.get(hall).html()).contains("data-blanks=\"petitionerName idNumber address representatives\"");
    }

    @Test
    @Tag("P3")
    void aTimeAtWhichNobodyReceivesIsRefusedWithFreeTimesThatAPageShows() {
        assertWrong(
                List.of("petitionerName", "林女士", "day", "2026-03-08", "time", "03:00"),
                "2026-03-08 不接待。最近可预约：2026-03-09 08:30");
        assertThat(staff.get("/desk/hall/times?unit=" + unit).html())
                .contains("2026-03-02", "09:15", "day=2026-03-03&amp;time=08:30#announce");
        assertThat(staff.get(hall + "&day=2026-03-03&time=08:30").html())
                .contains("value=\"2026-03-03\"", "value=\"08:30\"");
        assertThat(staff.in(Locale.ENGLISH).get("/desk/hall/times?unit=" + unit).text())
                .contains("Free times")
                .doesNotContain("??");

        TicketId id = appointment("赵一", Duration.ofHours(24));
        assertThat(staff.get(hall).text()).contains("今天来了，现在取号").doesNotContain("到了");
        assertThat(staff.post("/desk/hall/" + id + "/move", "day", "2026-03-08", "time", "03:00")
                        .redirect())
                .endsWith("/move");
        staff.post("/desk/hall/" + id + "/arrived");
        assertThat(tickets.get(id).standing().arrivedAt()).isNull();
        staff.post("/desk/hall/" + id + "/today");
        assertThat(tickets.get(id).standing().day()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    @Tag("P3")
    void anAppointmentOfAnotherYearShowsItsYear() {
        clock.set(Instant.parse("2026-12-14T01:00:00Z"));
        appointment("赵一", Duration.ofDays(22));
        appointment("赵二", Duration.ofDays(2));
        assertThat(staff.get(hall).text())
                .contains("2027-01-05 09:00", "12-16 09:00")
                .doesNotContain("2026-12-16 09:00");
    }

    @Test
    @Tag("P3")
    void theTicketAndTheRegistrationFormArePrinted() {
        register("林女士", "13800000055");
        Ticket ticket = ticketOf("1");
        String slip = staff.get("/desk/hall/" + ticket.id() + "/slip").text();
        assertThat(slip).contains("1 号", "2026-03-02 09:00 取号");
        Traces.assertNone(Stream.of(slip), "林女士", "13800000055", "村口");
        DeskBrowser english = staff.in(Locale.ENGLISH);
        assertThat(english.get("/desk/hall/" + ticket.id() + "/slip").text())
                .contains("Given at")
                .doesNotContain("??");
    }

    /** The form has what is kept of the petitioner, so it is one of the papers of the matter, and for those who may look into that. */
    @Test
    @Tag("P2")
    void theRegistrationFormIsForThoseWhoSeeTheMatter() {
        DeskBrowser.Page registered = register("林女士", "13800000055");
        Ticket ticket = ticketOf("1");
        String form = "/desk/matters/" + ticket.matterId() + "/registration";
        assertThat(registered.said("doneMatter")).as("for whom it is not yet").isEmpty();
        for (String path : List.of(form, "/desk/hall/" + ticket.id() + "/sheet")) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(404);
        }
        DeskBrowser leader = town.as(town.centre.leader());
        assertThat(leader.get(form).text()).contains("来访登记表", "林女士", "138 0000 0055", "来访人签名");
        assertThat(leader.post(
                                "/desk/hall",
                                "unit",
                                unit,
                                "destination",
                                "town",
                                "petitionerName",
                                "周某",
                                "petitionerPhone",
                                "13800000056",
                                "groupSize",
                                "1")
                        .said("doneMatter"))
                .contains(ticketOf("2").matterId().value());
    }

    /** While a large-scale event goes on, the pages of its unit and of the units above say what and where (P5). */
    @Test
    @Tag("P5")
    void aLargeScaleEventIsOnThePagesOfTheUnitAndAbove() {
        petitions.announce(
                new TicketId(UUID.randomUUID().toString()),
                town.office.id(),
                new PetitionAnnouncement("刘代表", "13800000088", false, 40, null, "拖欠工资", null, "county"),
                null);
        String below = "/desk/hall/alerts?unit=" + town.office.id();
        DeskBrowser leader = town.as(town.office.leader());
        assertThat(leader.get(below).text()).contains("大规模集体来访，40 人，去向县里", "拖欠工资", "还没有负责人响应", "打开事项");
        assertThat(town.as(town.centre.leader())
                        .get("/desk/hall/alerts?unit=" + unit)
                        .text())
                .contains("40 人", "拖欠工资");
        assertThat(leader.in(Locale.ENGLISH).get(below).text())
                .contains("large-scale event, 40 people")
                .doesNotContain("??");
        for (String page : List.of("/desk/hall", "/desk/matters", "/desk")) {
            assertThat(leader.get(page + "?unit=" + town.office.id()).html())
                    .as(page)
                    .contains("hx-get=\"" + below, "data-events=\"" + below.replace("alerts?", "alerts/events?"))
                    .doesNotContain("every 20s");
        }
        DeskBrowser owner = DeskBrowser.of(
                application,
                new TestPeople(application.getBean(Accounts.class)).with(town.office.id(), Role.PROCESS_OWNER));
        assertThat(owner.get("/desk?unit=" + town.office.id()).html())
                .as("whom the hall is not for")
                .doesNotContain(below);
        assertThat(town.as(town.office.staff().get(0))
                        .get("/desk/hall/alerts?unit=" + unit)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Tag("P5")
    void theNoticeOfALargeScaleEventSaysThatTheLeaderComes() {
        String[] fields = {"unit", unit, "petitionerName", "刘代表", "groupSize", "40", "destination", "county"};
        assertThat(staff.post("/desk/hall", fields).said("done")).hasValue("1 号：大规模集体来访，已马上通知负责人到场，不用叫号。");
    }

    /** Also while somebody is about to call: the leader sees it in the hall and at home. */
    @Test
    @Tag("P3")
    void aNumberThatNobodyCallsIsMarkedForTheLeader() {
        register("林女士", "13800000055");
        Ticket ticket = ticketOf("1");
        for (int i = 0; i < 2; i++) {
            clock.forward(Duration.ofMinutes(3));
            management.executeJob(Timers.only(
                            management
                                    .createJobQuery()
                                    .processInstanceId(runtime.createProcessInstanceQuery()
                                            .processInstanceBusinessKey(
                                                    ticket.id().value())
                                            .singleResult()
                                            .getId()),
                            "Event_CallTimeout")
                    .getId());
        }
        assertThat(tickets.get(ticket.id()).state()).isEqualTo(TicketState.CALLED);
        DeskBrowser leader = town.as(town.centre.leader());
        assertThat(leader.get(hall).text()).contains("09:00 到，已等 6 分钟", "已告知负责人");
        assertThat(leader.get("/desk?unit=" + unit).text()).contains("1 批来访群众等得太久，已告知负责人");
    }

    @Test
    @Tag("P1")
    void peopleOfOtherUnitsStayOutside() {
        TicketId id = appointment("赵一", Duration.ofHours(3));
        for (String login : List.of(town.office.leader(), town.office.staff().get(0))) {
            DeskBrowser stranger = town.as(login);
            for (String path : List.of(
                    hall,
                    "/desk/hall/part?unit=" + unit,
                    "/desk/hall/board?unit=" + unit,
                    "/desk/hall/board/part?unit=" + unit)) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(403);
            }
            assertThat(stranger.get("/desk/hall/" + id + "/move").status())
                    .as("as if there were no such ticket")
                    .isEqualTo(404);
            assertThat(stranger.get("/desk/hall/" + id + "/slip").status()).isEqualTo(404);
            assertThat(stranger.get("/desk/hall/times?unit=" + unit).status()).isEqualTo(403);
            assertThat(stranger.post("/desk/hall/window", "unit", unit, "window", "1")
                            .status())
                    .isEqualTo(403);
            for (String stream : List.of("/desk/hall/events", "/desk/hall/alerts/events")) {
                assertThat(stranger.stream(stream + "?unit=" + unit).status()).isEqualTo(403);
            }
            assertThat(stranger.post("/desk/hall", "unit", unit, "petitionerName", "林女士")
                            .status())
                    .isEqualTo(403);
            for (String action : List.of("arrived", "left", "back", "today", "cancel", "move", "assign")) {
                assertThat(stranger.post(
                                        "/desk/hall/" + id + "/" + action,
                                        "day",
                                        "2026-03-02",
                                        "time",
                                        "20:00",
                                        "staff",
                                        login)
                                .status())
                        .as(action)
                        .isEqualTo(404);
            }
        }
        assertThat(tickets.get(id).standing().arrivedAt()).isNull();
        assertThat(tickets.get(id).state()).isEqualTo(TicketState.EXPECTED);
        assertThat(staff.post("/desk/hall/none/left").status()).isEqualTo(404);
        assertThat(staff.send(MockMvcRequestBuilders.post("/desk/hall/" + id + "/cancel"))
                        .status())
                .as("from another site's form")
                .isEqualTo(403);
        assertThat(tickets.get(id).state()).isEqualTo(TicketState.EXPECTED);
    }

    private DeskBrowser.Page register(String name, String phone) {
        return register("petitionerName", name, "petitionerPhone", phone, "groupSize", "1", "matterSummary", "村口的路");
    }

    private DeskBrowser.Page register(String... fields) {
        List<String> all = new ArrayList<>(List.of("unit", unit, "destination", "town"));
        all.addAll(List.of(fields));
        return staff.post("/desk/hall", all.toArray(String[]::new));
    }

    private TicketId appointment(String name, Duration from) {
        return petitions
                .announce(
                        new TicketId(UUID.randomUUID().toString()),
                        unit,
                        new PetitionAnnouncement(
                                name, "13800000077", false, 1, clock.instant().plus(from), null, null, null),
                        null)
                .ticket()
                .id();
    }

    private List<Ticket> today() {
        return board.day(unit, LocalDate.of(2026, 3, 2));
    }

    private Ticket ticketOf(String number) {
        return today().stream()
                .filter(ticket -> ticket.number() == Integer.parseInt(number))
                .findFirst()
                .orElseThrow();
    }
}
