package io.rotadesk.web.desk.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.TestPeople;
import io.rotadesk.platform.news.News;
import io.rotadesk.platform.news.NewsRecorder;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import io.rotadesk.web.desk.EventStreams;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
class DutyPagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    WebApplicationContext application;

    @Autowired
    Rota rota;

    @Autowired
    DutyDays days;

    @Autowired
    Presence presence;

    @Autowired
    News news;

    @Autowired
    NewsRecorder recorder;

    @Autowired
    EventStreams streams;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    String duty;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        duty = "/desk/duty?unit=" + department.unit;
    }

    @Test
    @Tag("L1.1")
    @Tag("L1.2")
    void theBoardShowsBothTeamsTheirOrderAndWhoIsNext() {
        rota.offer(department.unit, Queue.CALL, call("1"));
        presence.away(department.login("A", 2), "去银行");
        presence.leave(department.login("B", 1), MONDAY, MONDAY, "");
        String page = department.agent("A", 3).get(duty).text();
        assertThat(page).contains("3月2日 星期一").contains("接电 A 组").contains("接访 B 组");
        assertThat(page)
                .containsSubsequence(
                        "安一", "响铃中", "安二", "不在岗", "（去银行）", "1", "安三", "我", "下一位", "白一", "休假", "1", "白二", "下一位", "2",
                        "白三", "空闲");

        rota.taken(call("1"), department.login("A", 1));
        assertThat(department.manager().get(duty).text()).containsSubsequence("安一", "正在接待客户", "安二");
        assertThat(department.manager().in(Locale.ENGLISH).get(duty).text())
                .contains("Monday, 2 March", "Calls Team A", "1 of 3 free");
    }

    @Test
    void agentsWhoAreOwedATurnAreMarked() {
        rota.offer(department.unit, Queue.CALL, call("1"));
        rota.offer(department.unit, Queue.CALL, call("2"));
        rota.offer(department.unit, Queue.CALL, call("3"));
        rota.finished(call("3"), department.login("A", 3));
        rota.offer(department.unit, Queue.CALL, call("4"));
        assertThat(department.manager().get(duty).text()).containsSubsequence("安一", "补轮", "响铃中", "安二", "补轮");
    }

    @Test
    void theBoardIsToldWhenSomethingHappens() {
        Page stream = department.agent("B", 1).stream("/desk/duty/events?unit=" + department.unit);
        int atFirst = allHasCome(stream);
        rota.offer(department.unit, Queue.CALL, call("1"));
        allHasCome(stream);
        assertThat(stream.html().substring(atFirst)).contains("event:duty");
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        int before = allHasCome(stream);
        presence.away(other.login("A", 1), "");
        presence.away(department.login("A", 1), "");
        allHasCome(stream);
        assertThat(stream.html().substring(before).split("event:duty", -1))
                .as("only this unit's news")
                .hasSize(2);
        assertThat(department
                        .agent("B", 1)
                        .get("/desk/duty/board?unit=" + department.unit)
                        .html())
                .contains("响铃中，之后离开")
                .doesNotContain("<html");
    }

    @Test
    void anOfferThatIsTakenBackIsNoNews() {
        Page stream = department.agent("B", 1).stream("/desk/duty/events?unit=" + department.unit);
        int before = allHasCome(stream);
        var transaction = new org.springframework.transaction.support.TransactionTemplate(
                application.getBean(org.springframework.transaction.PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            rota.offer(department.unit, Queue.CALL, call("1"));
            status.setRollbackOnly();
        });
        allHasCome(stream);
        assertThat(stream.html().substring(before)).doesNotContain("event:duty");
    }

    @Test
    @Tag("L1.1")
    void theManagerSwapsTheRolesOfADayAndTakesItBack() {
        department.manager().post("/desk/duty/roles", "unit", department.unit, "day", "2026-03-03", "callTeam", "A");
        assertThat(days.on(department.unit, MONDAY.plusDays(1)).callTeam()).isEqualTo("A");
        assertThat(days.on(department.unit, MONDAY.plusDays(2)).callTeam()).isEqualTo("A");
        assertThat(department.manager().get(duty).text()).contains("经理已调整");
        department.manager().post("/desk/duty/planned", "unit", department.unit, "day", "2026-03-03");
        assertThat(days.on(department.unit, MONDAY.plusDays(1)).callTeam()).isEqualTo("B");
    }

    @Test
    @Tag("L1.1")
    void theManagerClosesADayAndTheRolesDoNotSwap() {
        department
                .manager()
                .post(
                        "/desk/duty/closed",
                        "unit",
                        department.unit,
                        "day",
                        "2026-03-03",
                        "closed",
                        "true",
                        "note",
                        "植树");
        assertThat(days.on(department.unit, MONDAY.plusDays(1)).closed()).isTrue();
        assertThat(days.on(department.unit, MONDAY.plusDays(2)).callTeam()).isEqualTo("B");
        assertThat(department.manager().get(duty).text()).contains("植树").contains("改为上班");
        department.manager().post("/desk/duty/closed", "unit", department.unit, "day", "2026-03-03", "closed", "false");
        assertThat(days.on(department.unit, MONDAY.plusDays(1)).closed()).isFalse();
    }

    @Test
    void aDayThatIsOverCannotBeClosed() {
        assertThat(department
                        .manager()
                        .post("/desk/duty/closed", "unit", department.unit, "day", "2026-03-01", "closed", "true")
                        .redirect())
                .startsWith("/desk/duty");
        assertThat(department.manager().get(duty).status()).isEqualTo(200);
    }

    @Test
    void onlyManagersOfTheUnitChangeItsDays() {
        DeskBrowser stranger = new DepartmentInBrowser(application).manager();
        for (DeskBrowser who : new DeskBrowser[] {department.agent("A", 1), stranger}) {
            assertThat(who.post("/desk/duty/roles", "unit", department.unit, "day", "2026-03-03", "callTeam", "A")
                            .status())
                    .isEqualTo(403);
            assertThat(who.post("/desk/duty/planned", "unit", department.unit, "day", "2026-03-03")
                            .status())
                    .isEqualTo(403);
            assertThat(who.post("/desk/duty/closed", "unit", department.unit, "day", "2026-03-03", "closed", "true")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(department.agent("A", 1).get(duty).html()).doesNotContain("/desk/duty/roles");
        assertThat(days.on(department.unit, MONDAY.plusDays(1)).callTeam()).isEqualTo("B");
    }

    @Test
    void anotherUnitsDutyIsNobodysBusiness() {
        rota.offer(department.unit, Queue.CALL, call("1"));
        DeskBrowser stranger = new DepartmentInBrowser(application).manager();
        for (String path : new String[] {"/desk/duty", "/desk/duty/board", "/desk/duty/ledger"}) {
            assertThat(stranger.get(path + "?unit=" + department.unit).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(stranger.stream("/desk/duty/events?unit=" + department.unit).status())
                .isEqualTo(403);
        assertThat(stranger.get("/desk/why/" + call("1").id()).status()).isEqualTo(404);
        assertThat(department.administrator().get(duty).status()).isEqualTo(200);
        assertThat(department.administrator().get("/desk/why/" + call("1").id()).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("L2.1")
    void whyThisAgentIsToldInPlainWords() {
        String first = department.login("A", 1);
        rota.offer(department.unit, Queue.CALL, call("1"));
        rota.taken(call("1"), first);
        presence.away(department.login("A", 2), "");
        presence.present(department.login("A", 2));
        rota.offer(department.unit, Queue.CALL, call("2"));
        rota.missed(call("2"), department.login("A", 2), TurnReason.NO_ANSWER);
        rota.offer(department.unit, Queue.CALL, call("2"));
        rota.taken(call("2"), department.login("A", 3));
        rota.finished(call("2"), department.login("A", 3));
        String why = department.agent("B", 2).get("/desk/why/" + call("2").id()).text();
        assertThat(why)
                .containsSubsequence(
                        "2026-03-02 09:00:00 的来电", "按次序轮到安二。", "安二没有接：响铃未接。", "按次序轮到安三。", "安三接了。", "安三接待完毕。");
        assertThat(department
                        .agent("B", 2)
                        .in(Locale.ENGLISH)
                        .get("/desk/why/" + call("2").id())
                        .text())
                .contains("安二's turn, by the order.", "安二 did not take it: let it ring.");
        assertThat(department.agent("A", 1).get("/desk/why/nothing").status()).isEqualTo(404);
    }

    @Test
    void anAgentPassedOverWhileServingSeesItAndIsOwedATurn() {
        for (int i = 1; i <= 3; i++) {
            rota.offer(department.unit, Queue.CALL, call("" + i));
        }
        rota.finished(call("2"), department.login("A", 2));
        rota.offer(department.unit, Queue.CALL, call("4"));
        assertThat(department.agent("A", 1).get("/desk/why/" + call("4").id()).text())
                .containsSubsequence("跳过安一：正在接待客户。记一次补轮。", "按次序轮到安二。");
        rota.finished(call("1"), department.login("A", 1));
        rota.offer(department.unit, Queue.CALL, call("5"));
        assertThat(department.agent("A", 1).get("/desk/why/" + call("5").id()).text())
                .contains("安一有一次补轮，优先轮到。");
    }

    @Test
    void theLedgerOfADayIsReadByAgentAndCheckedByTheRule() {
        rota.offer(department.unit, Queue.CALL, call("1"));
        rota.offer(department.unit, Queue.CALL, call("2"));
        rota.offerTo(department.unit, Queue.CALL, call("3"), department.login("B", 3), TurnCause.OWN_CUSTOMER);
        String ledger = "/desk/duty/ledger?unit=" + department.unit;
        assertThat(department.agent("A", 1).get(ledger).text())
                .containsSubsequence("是白三的客户，直接找白三，不占轮次。", "按次序轮到安二。", "按次序轮到安一。");
        assertThat(department
                        .agent("A", 1)
                        .get(ledger + "&agent=" + department.login("A", 2))
                        .text())
                .contains("轮到安二")
                .doesNotContain("轮到安一");
        assertThat(department.agent("A", 1).get(ledger + "&queue=VISIT").text()).contains("这一天没有记录");
        assertThat(department.agent("A", 1).get(ledger + "&date=2026-03-01").text())
                .contains("这一天没有记录");
        assertThat(department
                        .manager()
                        .get(ledger + "&date=2026-03-02&queue=CALL&replay")
                        .text())
                .contains("核对一致");
    }

    @Test
    void everyKindOfEntryHasASentenceInBothLanguages() {
        var messages = application.getBean(org.springframework.context.MessageSource.class);
        for (Locale language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            for (TurnCause cause : TurnCause.values()) {
                assertThat(messages.getMessage("desk.ledger.OFFERED." + cause, new Object[] {"安一", ""}, language))
                        .contains("安一");
            }
        }
    }

    private Contact call(String id) {
        return Contact.call(department.unit + ":" + TestPeople.class.getSimpleName() + id);
    }

    /**
     * Waits until all news sent so far is on the stream: news is heard in the order in which it was sent, and events of
     * one channel arrive in order.
     *
     * @return the number of events received by then
     */
    private int allHasCome(Page stream) {
        String fence = TestPeople.unique("fence");
        news.tell("fence", fence);
        Awaitility.await().atMost(SOON).until(() -> recorder.heard("fence").contains(fence));
        streams.send("duty/" + department.unit, "fence", () -> fence);
        Awaitility.await().atMost(SOON).until(() -> stream.html().contains(fence));
        return stream.html().length();
    }
}
