package io.rotadesk.web.desk.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
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
@Tag("L3.8")
class VisitPagesTest {

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
        list = "/desk/visits?unit=" + department.unit;
        register = new DeskRegister(
                jdbc,
                "visit_register",
                "/desk/visits",
                Map.of(
                        "unit_id",
                        department.unit,
                        "source",
                        "API",
                        "state",
                        "REGISTERED",
                        "announced_at",
                        TestClock.MONDAY_NINE,
                        "arrived_at",
                        TestClock.MONDAY_NINE,
                        "purpose",
                        "viewing",
                        "party_size",
                        1,
                        "candidates",
                        0,
                        "checked",
                        false));
    }

    @Test
    void theLatestVisitsComeFirstAndThePagesFollowWithoutGapsOrRepeats() {
        Instant same = TestClock.MONDAY_NINE.minusSeconds(60);
        for (int i = 0; i < 120; i++) {
            visit("p" + i, Map.of("arrived_at", i < 70 ? same : same.minusSeconds(i)));
        }
        List<List<String>> pages = register.pagesOf(department.manager(), list);
        assertThat(pages).hasSize(3);
        List<String> seen = pages.stream().flatMap(List::stream).toList();
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(seen.subList(70, 120)).first().isEqualTo("p70");
    }

    @Test
    void aVisitIsFoundByNumberNameCompanyAgentStateAndDay() {
        visit(
                "a",
                Map.of("visitor_phone", "+8613812345678", "customer_name", "韩先生", "agent", department.login("A", 1)));
        visit(
                "b",
                Map.of(
                        "company",
                        "海边咖啡",
                        "state",
                        "LEFT",
                        "arrived_at",
                        TestClock.MONDAY_NINE.minus(Duration.ofDays(3))));
        visit("c", Map.of("visitor_name", "50%_折扣", "arrived_at", TestClock.MONDAY_NINE.minus(Duration.ofDays(40))));
        assertThat(found("&q=138 1234 5678")).containsExactly("a");
        assertThat(found("&q=韩")).containsExactly("a");
        assertThat(found("&q=咖啡")).containsExactly("b");
        assertThat(found("&q=%25_")).containsExactly("c");
        assertThat(found("&agent=" + department.login("A", 1))).containsExactly("a");
        assertThat(found("&state=LEFT")).containsExactly("b");
        assertThat(found("&from=2026-02-27&to=2026-02-27")).containsExactly("b");
        assertThat(found("")).as("the last thirty days").containsExactly("a", "b");
        assertThat(found("&after=nonsense")).containsExactly("a", "b");
        assertThat(found("&after=2026-02-27T00:00:00Z")).containsExactly("a", "b");
        assertThat(department.manager().get(list + "&state=NONSENSE").status()).isEqualTo(400);
        assertThat(department.manager().get(list + "&q=nobody").text()).contains("没有找到来访");
        assertThat(department.manager().get(list).text()).contains("2 来访", "1 未接待就离开");
    }

    @Test
    void anAgentSeesTheirOwnVisitorsAndThoseOfTheirCustomers() {
        String me = department.login("A", 1);
        String other = department.login("A", 2);
        long mine = customers
                .add(department.unit, "许女士", "+8613800000077", me, ContactKind.VISIT, clock.instant())
                .id();
        visit("received", Map.of("agent", me));
        visit("greeted", Map.of("greeted_by", me, "agent", other));
        visit("helped", Map.of("helped_by", me, "agent", me, "owner", other));
        visit("customer", Map.of("customer_id", mine, "agent", other));
        visit("owned", Map.of("owner", me, "helped_by", other, "agent", other));
        visit("lapsed", Map.of("owner", me, "status", "LAPSED", "agent", other));
        visit("others", Map.of("agent", other, "visitor_phone", "+8613800000099"));
        DeskBrowser agent = department.agent("A", 1);
        assertThat(register.entriesOf(agent.get(list).html()))
                .containsExactlyInAnyOrder("received", "greeted", "helped", "customer", "owned");
        assertThat(register.entriesOf(agent.get(list + "&q=99&agent=" + other).html()))
                .isEmpty();
        assertThat(agent.get(list).text()).as("figures too").contains("5 来访");
        assertThat(agent.get(entry("customer")).status()).isEqualTo(200);
        assertThat(agent.get(entry("others")).status()).isEqualTo(404);
        assertThat(agent.get(entry("lapsed")).status()).isEqualTo(404);
        assertThat(register.entriesOf(department.manager().get(list).html())).hasSize(7);
        assertThat(agent.get("/desk/customers/" + mine).text())
                .as("on the customer's page")
                .contains("来访");
    }

    @Test
    void anotherUnitsVisitsAreNobodysBusiness() {
        visit("x", Map.of());
        DepartmentInBrowser other = new DepartmentInBrowser(application);
        assertThat(other.manager().get(list).status()).isEqualTo(403);
        assertThat(other.manager().get(entry("x")).status()).isEqualTo(404);
        assertThat(department.manager().get(entry("y")).status()).isEqualTo(404);
        assertThat(department.manager().get("/desk/visits/entry/x").status()).isEqualTo(404);
        assertThat(department.administrator().get(entry("x")).status()).isEqualTo(200);
    }

    @Test
    @Tag("L3.2d")
    @Tag("L3.3")
    void anEntryTellsEverythingThatIsKnown() {
        String agent = department.login("A", 1);
        String owner = department.login("B", 2);
        Contact contact = new Contact(Contact.Kind.VISIT, department.unit + ":full");
        String missed = rota.offer(department.unit, Queue.VISIT, contact)
                .turn()
                .orElseThrow()
                .login();
        rota.missed(contact, missed, TurnReason.NOT_IN_TIME);
        rota.offer(department.unit, Queue.VISIT, contact);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("visitor_phone", "+8613812345678");
        columns.put("visitor_name", "韩先生");
        columns.put("company", "海边咖啡");
        columns.put("party_size", 3);
        columns.put("appointment_at", TestClock.MONDAY_NINE.plusSeconds(600));
        columns.put("meeting_point", "北门");
        columns.put("arrival", "late");
        columns.put("announced_by", agent);
        columns.put("prior_agent", owner);
        columns.put("prior_contact_kind", "CALL");
        columns.put("prior_contact_at", TestClock.MONDAY_NINE.minus(Duration.ofDays(2)));
        columns.put("candidates", 1);
        columns.put("waiting_since", TestClock.MONDAY_NINE.plusSeconds(60));
        columns.put("greeted_by", department.login("A", 2));
        columns.put("greeted_at", TestClock.MONDAY_NINE.plusSeconds(700));
        columns.put("contacted_before", "yes");
        columns.put("named_agent", department.login("B", 3));
        columns.put("confirmed", "yes");
        columns.put("owner", owner);
        columns.put("owner_known_by", "phone");
        columns.put("status", "ACTIVE");
        columns.put("agent", agent);
        columns.put("helped_by", agent);
        columns.put("intent", "catering");
        columns.put("floor_area", 120.50);
        columns.put("tour", "exterior,sellingPoints");
        columns.put("tour_remarks", "喜欢临街");
        columns.put("negotiation", "谈到装修期<b>两个月</b>");
        columns.put("seen_off_at", TestClock.MONDAY_NINE.plusSeconds(4000));
        columns.put("customer_name", "韩先生");
        columns.put("state", "REGISTERED");
        columns.put("registered_at", TestClock.MONDAY_NINE.plusSeconds(4500));
        columns.put("media_source", "passingBy");
        columns.put("interests", "[\"location\",\"own-choice\"]");
        columns.put("objections", "嫌租金高");
        columns.put("next_step", "周五再看");
        columns.put("script_version", 7);
        columns.put("checked", true);
        columns.put("course", "看了一层");
        columns.put("result", "比较满意");
        columns.put("handed_back_at", TestClock.MONDAY_NINE.plusSeconds(5000));
        visit("full", columns);
        jdbc.update(
                "insert into escalation (id, unit_id, kind, asked_by, contact_kind, contact_id, question, asked_at)"
                        + " values (?, ?, 'QUESTION', ?, 'VISIT', ?, '可以外摆吗', now())",
                "v" + department.unit,
                department.unit,
                agent,
                contact.id());

        String page = department.manager().get(entry("full")).text();
        assertThat(page)
                .contains("韩先生", "138 1234 5678", "客户不愿留", "路过", "位置", "own-choice", "120.5 ㎡", "嫌租金高", "周五再看")
                .contains("第 7 版", "餐饮", "外部", "卖点", "喜欢临街", "谈到装修期<b>两个月</b>", "海边咖啡", "北门", "来晚了")
                .contains("安一，代白二接待", "看了一层", "比较满意", "原招商员知悉 还没有")
                .contains("先前由 白二", "来电 2026-02-28", "之前由 白三", "认定为 白二 的客户（按号码）", "安一登记")
                .contains("安一问 可以外摆吗", "没有接", "抽中");
        assertThat(department.manager().get(entry("full")).html()).doesNotContain("<b>两个月</b>");
        assertThat(department.manager().in(Locale.ENGLISH).get(entry("full")).text())
                .contains("What the visitor said", "安一, for 白二", "At the table")
                .doesNotContain("??");
        assertThat(department
                        .manager()
                        .get("/desk/why/" + contact.id() + "?kind=VISIT")
                        .html())
                .contains(entry("full"));
    }

    private List<String> found(String query) {
        return register.entriesOf(
                department.manager().get((list + query).replace("%25", "%")).html());
    }

    private String entry(String id) {
        return "/desk/visits/entry/" + department.unit + ":" + id;
    }

    private void visit(String id, Map<String, ?> columns) {
        Map<String, Object> row = new LinkedHashMap<>(columns);
        row.put("visit_id", id);
        register.add(row);
    }
}
