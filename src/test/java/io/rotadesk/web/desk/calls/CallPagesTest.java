package io.rotadesk.web.desk.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.Statements;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
@Tag("L2.3")
class CallPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Customers customers;

    @Autowired
    Rota rota;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    String list;
    DeskRegister register;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        list = "/desk/calls?unit=" + department.unit;
        register = new DeskRegister(
                jdbc,
                "call_register",
                "/desk/calls",
                Map.of(
                        "unit_id",
                        department.unit,
                        "source",
                        "PHONE_SYSTEM",
                        "state",
                        "ANSWERED",
                        "received_at",
                        TestClock.MONDAY_NINE.minusSeconds(1),
                        "candidates",
                        0,
                        "follow_up_tries",
                        0));
    }

    @Test
    void theNewestCallsComeFirstAndThePagesFollowWithoutGapsOrRepeats() {
        Instant same = TestClock.MONDAY_NINE.minusSeconds(60);
        for (int i = 0; i < 120; i++) {
            // Many in the same instant: the place in the list must not depend on the time alone.
            call("p" + i, Map.of("received_at", i < 70 ? same : same.minusSeconds(i)));
        }
        List<List<String>> pages = register.pagesOf(department.manager(), list);
        assertThat(pages).hasSize(3);
        List<String> seen = pages.stream().flatMap(List::stream).toList();
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(seen.subList(70, 120)).first().isEqualTo("p70");
    }

    @Test
    void aCallIsFoundByNumberNameAgentStateAndDay() {
        call("a", Map.of("caller_phone", "+8613812345678", "customer_name", "韩先生", "agent", department.login("A", 1)));
        call(
                "b",
                Map.of(
                        "caller_phone",
                        "+861066554433",
                        "state",
                        "MISSED",
                        "received_at",
                        TestClock.MONDAY_NINE.minus(Duration.ofDays(3))));
        call(
                "c",
                Map.of(
                        "caller_raw",
                        "匿名",
                        "customer_name",
                        "50%_折扣",
                        "received_at",
                        TestClock.MONDAY_NINE.minus(Duration.ofDays(40))));
        assertThat(found("&q=138 1234 5678")).containsExactly("a");
        assertThat(found("&q=%2B8613812345678")).containsExactly("a");
        assertThat(found("&q=5678")).containsExactly("a");
        assertThat(found("&q=010-6655")).containsExactly("b");
        assertThat(found("&q=韩")).containsExactly("a");
        assertThat(found("&q=%25_"))
                .as("signs of a pattern are letters like others")
                .containsExactly("c");
        assertThat(found("&agent=" + department.login("A", 1))).containsExactly("a");
        assertThat(found("&state=MISSED")).containsExactly("b");
        assertThat(found("&from=2026-02-27&to=2026-02-27")).containsExactly("b");
        assertThat(found("")).as("the last thirty days").containsExactly("a", "b");
        assertThat(found("&from=2026-01-01")).containsExactly("a", "b", "c");
        assertThat(found("&after=nonsense")).containsExactly("a", "b");
        assertThat(found("&after=2026-02-27T00:00:00Z")).containsExactly("a", "b");
        assertThat(department.manager().get(list + "&state=NONSENSE").status()).isEqualTo(400);
        assertThat(department.manager().get(list + "&q=nobody").text()).contains("没有找到来电");
    }

    @Test
    void aCallIsFoundByThePresentNameOfItsCustomer() {
        long customer = customers
                .add(department.unit, "许女士", "+8613800000077", null, ContactKind.CALL, clock.instant())
                .id();
        call("closed", Map.of("customer_id", customer, "state", "REGISTERED"));
        call("open", Map.of("customer_id", customer));
        assertThat(found("&q=许女")).containsExactly("open", "closed");

        customers.contacted(department.unit, customer, "许太太", null, ContactKind.CALL, clock.instant());
        assertThat(found("&q=许太")).containsExactly("open", "closed");
        assertThat(found("&q=许女")).isEmpty();

        customers.erase(department.unit, customer);
        assertThat(found("&q=许")).isEmpty();
        assertThat(jdbc.queryForList(
                        "select known_as from call_register where unit_id = ?", String.class, department.unit))
                .containsOnlyNulls();
    }

    @Test
    @Tag("L2.1")
    void theShareAnsweredWithinThreeRingsIsAFigureOfThePeriod() {
        answered("1", 1);
        answered("2", 3);
        answered("3", 4);
        call("4", Map.of("state", "MISSED"));
        call("5", Map.of("state", "RINGING"));
        call("6", Map.of("source", "BY_HAND", "answered_at", TestClock.MONDAY_NINE, "state", "REGISTERED"));
        String page = department.manager().get(list).text();
        assertThat(page).contains("4 话机来电", "50.0% 3 声内接听", "3 已接听", "1 未接");
        assertThat(department
                        .manager()
                        .in(Locale.ENGLISH)
                        .get(list + "&state=MISSED")
                        .text())
                .contains("0.0% answered within 3 rings");
        assertThat(department.manager().get(list + "&to=2026-01-01").text()).contains("— 3 声内接听");
    }

    @Test
    void anAgentSeesTheirOwnCallsAndThoseOfTheirCustomers() {
        String me = department.login("A", 1);
        long mine = customers
                .add(department.unit, "许女士", "+8613800000077", me, ContactKind.CALL, clock.instant())
                .id();
        call("handled", Map.of("agent", me));
        call("covered", Map.of("covered_by", me, "agent", department.login("B", 1)));
        call("customer", Map.of("customer_id", mine, "agent", department.login("A", 2)));
        call("owned", Map.of("owner", me, "covered_by", department.login("A", 2)));
        call("ringing", Map.of("ringing_agent", me, "state", "RINGING"));
        call("lapsed", Map.of("owner", me, "status", "LAPSED", "agent", department.login("A", 2)));
        call("others", Map.of("agent", department.login("A", 2), "caller_phone", "+8613800000099"));
        DeskBrowser agent = department.agent("A", 1);
        assertThat(register.entriesOf(agent.get(list).html()))
                .containsExactlyInAnyOrder("handled", "covered", "customer", "owned", "ringing");
        assertThat(register.entriesOf(agent.get(list + "&q=99&agent=" + department.login("A", 2))
                        .html()))
                .isEmpty();
        assertThat(agent.get(entry("customer")).status()).isEqualTo(200);
        assertThat(agent.get(entry("others")).status()).isEqualTo(404);
        assertThat(agent.get(entry("lapsed")).status()).isEqualTo(404);
        assertThat(agent.get(list).text()).as("figures too").contains("4 话机来电");
        assertThat(register.entriesOf(department.manager().get(list).html())).hasSize(7);
    }

    @Test
    void anotherUnitsCallsAreNobodysBusiness() {
        call("x", Map.of());
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        assertThat(other.manager().get(list).status()).isEqualTo(403);
        assertThat(other.manager().get(entry("x")).status()).isEqualTo(404);
        assertThat(other.manager().get("/desk/calls/entry/nowhere:x").status()).isEqualTo(404);
        assertThat(department.manager().get(entry("y")).status()).isEqualTo(404);
        assertThat(department.manager().get("/desk/calls/entry/x").status()).isEqualTo(404);
        assertThat(department.administrator().get(entry("x")).status()).isEqualTo(200);
    }

    @Test
    void anEntryTellsEverythingThatIsKnown() {
        String agent = department.login("A", 1);
        String owner = department.login("B", 2);
        Contact contact = Contact.call(department.unit + ":full");
        rota.offer(department.unit, Queue.CALL, contact);
        rota.missed(contact, agent, TurnReason.NO_ANSWER);
        rota.offer(department.unit, Queue.CALL, contact);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("caller_phone", "+8613812345678");
        columns.put("prior_agent", owner);
        columns.put("prior_contact_kind", "VISIT");
        columns.put("prior_contact_at", TestClock.MONDAY_NINE.minus(Duration.ofDays(2)));
        columns.put("candidates", 1);
        columns.put("agent", department.login("A", 2));
        columns.put("answered_at", TestClock.MONDAY_NINE.plusSeconds(20));
        columns.put("rings", 5);
        columns.put("enquiry", "leasing");
        columns.put("contacted_before", "yes");
        columns.put("named_agent", department.login("B", 3));
        columns.put("owner", owner);
        columns.put("owner_known_by", "phone");
        columns.put("covered_by", department.login("A", 2));
        columns.put("cover_answer", "问荷载<b>已答</b>");
        columns.put("sensitive", true);
        columns.put("call_back_number", "+8613800001111");
        columns.put("follow_up_outcome", "reached");
        columns.put("follow_up_at", TestClock.MONDAY_NINE.plusSeconds(900));
        columns.put("follow_up_tries", 2);
        columns.put("customer_name", "韩先生");
        columns.put("state", "REGISTERED");
        columns.put("status", "ACTIVE");
        columns.put("registered_at", TestClock.MONDAY_NINE.plusSeconds(100));
        columns.put("media_source", "web");
        columns.put("interests", "[\"location\",\"own-choice\"]");
        columns.put("floor_area", 120.50);
        columns.put("trade_type", "咖啡");
        columns.put("budget", "两万");
        columns.put("remarks", "靠近正门");
        columns.put("left_own_details", true);
        columns.put("phone_refused", true);
        columns.put("script_version", 7);
        call("full", columns);
        jdbc.update(
                "insert into escalation (id, unit_id, kind, asked_by, contact_kind, contact_id, question, asked_at,"
                        + " answer, answered_by, answered_at) values (?, ?, 'QUESTION', ?, 'CALL', ?, '可以外摆吗', now(),"
                        + " '可以', ?, now())",
                department.unit,
                department.unit,
                department.login("A", 2),
                contact.id(),
                department.manager.login());

        String page = department.manager().get(entry("full")).text();
        assertThat(page)
                .contains("韩先生", "138 1234 5678", "客户不愿留", "网络", "位置", "own-choice", "120.5 ㎡", "咖啡", "两万", "靠近正门")
                .contains("第 7 版", "第 5 声", "代接人 安二", "问荷载<b>已答</b>", "敏感问题 是", "138 0000 1111", "联系上了", "共 2 次")
                .contains("先前由 白二", "来访 2026-02-28", "联系的是 白三", "认定为 白二 的客户（按号码）")
                .contains("安二问 可以外摆吗", "可以")
                .contains("按次序轮到安一。", "安一没有接：响铃未接。", "按次序轮到安二。");
        assertThat(department.manager().get(entry("full")).html()).doesNotContain("<b>已答</b>");
        assertThat(department.manager().in(Locale.ENGLISH).get(entry("full")).text())
                .contains("Known from the number", "Covered by 安二")
                .doesNotContain("??");
    }

    @Test
    void whateverCouldNotBeUsedIsShownAsItCame() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("caller_raw", "anonymous<b>");
        columns.put("sent_unusable", "receivedAt: 1970-01-01；direction: sideways");
        call("odd", columns);
        String page = department.manager().get(entry("odd")).text();
        assertThat(page).contains("发来的号码 anonymous<b>", "发来而没有采用的 receivedAt: 1970-01-01；direction: sideways");
    }

    @Test
    @Tag("L2.2b")
    void aNoIsAnAnswerToo() {
        call(
                "no",
                Map.of(
                        "enquiry",
                        "leasing",
                        "contacted_before",
                        "no",
                        "remarks",
                        "no",
                        "registered_at",
                        TestClock.MONDAY_NINE,
                        "state",
                        "REGISTERED"));
        assertThat(department.manager().get(entry("no")).text()).contains("联系过 否", "备注 no");
    }

    @Test
    void theListAsksTheDatabaseNoMoreForManyCallsThanForOne() {
        long customer = customers
                .add(department.unit, "许女士", "+8613800000077", null, ContactKind.CALL, clock.instant())
                .id();
        call("one", Map.of("customer_id", customer));
        DeskBrowser manager = department.manager();
        manager.get(list);
        int one = Statements.during(() -> manager.get(list)).size();
        for (int i = 0; i < 40; i++) {
            call("more" + i, Map.of("customer_id", customer, "agent", department.login("A", 1)));
        }
        assertThat(Statements.during(() -> manager.get(list))).hasSize(one);
    }

    @Test
    void aRefusedPageIsAPageAndNotADataStructure() {
        call("others", Map.of("agent", department.login("A", 2)));
        assertThat(String.valueOf(
                        department.agent("A", 1).get(entry("others")).response().getContentType()))
                .doesNotContain("json");
    }

    private void answered(String id, int rings) {
        call(id, Map.of("state", "REGISTERED", "answered_at", TestClock.MONDAY_NINE, "rings", rings));
    }

    private void call(String id, Map<String, ?> columns) {
        Map<String, Object> row = new LinkedHashMap<>(columns);
        row.put("call_id", id);
        register.add(row);
    }

    private String entry(String call) {
        return "/desk/calls/entry/" + department.unit + ":" + call;
    }

    private List<String> found(String filter) {
        return register.entriesOf(department
                .manager()
                .get((list + filter).replace("%2B", "+").replace("%25", "%"))
                .html());
    }
}
