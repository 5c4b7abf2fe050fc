package io.rotadesk.web.desk.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
@Tag("L3.2e")
class CustomerPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Customers customers;

    @Autowired
    FollowUps followUps;

    @Autowired
    IncomingCalls calls;

    @Autowired
    Announcements visits;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    String list;
    String agent;
    String colleague;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        list = "/desk/customers?unit=" + department.unit;
        agent = department.login("A", 1);
        colleague = department.login("A", 2);
    }

    @Test
    void customersAreFoundByNameNumberAgentAndStatus() {
        add("欧阳修远", "+8613812345678", agent, Duration.ZERO);
        add("Oscar Berg", "+4915123456789", colleague, Duration.ofDays(6));
        add("司马先生", "+861066554433", agent, Duration.ofDays(30));
        add("无主客户", "+8613911112222", null, Duration.ZERO);
        DeskBrowser manager = department.manager();

        assertThat(names(manager, "")).containsExactlyInAnyOrder("欧阳修远", "Oscar Berg", "司马先生", "无主客户");
        assertThat(names(manager, "&q=阳修")).containsExactly("欧阳修远");
        assertThat(names(manager, "&q=oscar")).containsExactly("Oscar Berg");
        assertThat(names(manager, "&q=修欧")).isEmpty();
        assertThat(names(manager, "&q=138 1234 5678")).containsExactly("欧阳修远");
        assertThat(names(manager, "&q=1381")).containsExactly("欧阳修远");
        assertThat(names(manager, "&q=5678")).containsExactly("欧阳修远");
        assertThat(names(manager, "&q=010-6655")).containsExactly("司马先生");
        assertThat(names(manager, "&q=49151")).containsExactly("Oscar Berg");
        assertThat(names(manager, "&agent=" + colleague)).containsExactly("Oscar Berg");
        assertThat(names(manager, "&status=SOON")).containsExactly("Oscar Berg");
        assertThat(names(manager, "&status=ACTIVE")).containsExactly("欧阳修远", "Oscar Berg");
        assertThat(names(manager, "&status=LAPSED")).containsExactly("司马先生");
        assertThat(names(manager, "&status=NOBODYS")).containsExactly("无主客户");
        assertThat(names(manager, "&q=%25")).isEmpty();
    }

    @Test
    void thePagesOfTheListFollowWithoutGapsOrRepeats() {
        for (int i = 0; i < 120; i++) {
            add("客户" + i, "+86137%08d".formatted(i), agent, Duration.ofDays(i < 70 ? 1 : i % 5 + 2));
        }
        for (String status : List.of("", "&status=SOON", "&status=ACTIVE")) {
            List<String> seen = new ArrayList<>();
            String next = list + status;
            while (next != null) {
                String html = department.manager().get(next).html();
                seen.addAll(names(html));
                var more = Pattern.compile("rel=\"next\"\\s+href=\"([^\"]+)\"").matcher(html);
                next = more.find()
                        ? java.net.URLDecoder.decode(
                                more.group(1).replace("&amp;", "&"), java.nio.charset.StandardCharsets.UTF_8)
                        : null;
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(status.contains("SOON") ? 10 : 120);
        }
    }

    @Test
    void aCustomersPageTellsWhoseItIsSinceWhenAndWhatHappened() {
        Customer customer = add("欧阳修远", "+8613812345678", agent, Duration.ZERO);
        calls.receive(new CallKey(department.unit, "page-1"), "13812345678", null);
        customers.contacted(
                department.unit,
                customer.id(),
                null,
                colleague,
                ContactKind.VISIT,
                clock.instant().plus(Duration.ofDays(9)));
        clock.forward(Duration.ofDays(23));
        followUps.startDue(department.unit);

        String page =
                department.manager().get("/desk/customers/" + customer.id()).text();

        assertThat(page)
                .contains("欧阳修远", "138 1234 5678", "安一", "安二", "首次来电", "过期后再联系", "2026-03-10 00:00:00", "进行中")
                .contains("即将到期", "2026-03-26");
        assertThat(department.manager().get("/desk/customers/" + customer.id()).html())
                .contains("/desk/calls/entry/" + department.unit + ":page-1");
        assertThat(department
                        .manager()
                        .in(Locale.ENGLISH)
                        .get("/desk/customers/" + customer.id())
                        .text())
                .contains("Lapses soon", "Contact after lapse", "Under way");
    }

    @Test
    @Tag("L2.2e")
    void aCustomersPageTellsThatSomebodyCalledBack() {
        Customer customer = add("欧阳修远", "+8613812345678", agent, Duration.ZERO);
        calls.receive(new CallKey(department.unit, "back"), "13812345678", null);
        calledBack("notReached", 2, "2026-03-02T10:20:00+08:00");

        DeskBrowser manager = department.manager();
        String page = "/desk/customers/" + customer.id();
        assertThat(manager.get(page).text()).contains("回电 2 次没有联系上，最近一次 2026-03-02 10:20");
        assertThat(manager.in(Locale.ENGLISH).get(page).text())
                .contains("Called back 2 times, not reached, last 2026-03-02 10:20");

        calledBack("reached", 3, "2026-03-02T11:05:00+08:00");
        assertThat(manager.in(Locale.CHINESE).get(page).text()).contains("已回电，2026-03-02 11:05 联系上了 安二");
        assertThat(manager.get("/desk/calls/entry/" + department.unit + ":back").text())
                .contains("回电人 安二");
    }

    private void calledBack(String outcome, int tries, String at) {
        db.sql("""
                        update call_register set follow_up_outcome = ?, follow_up_tries = ?, follow_up_at = ?::timestamptz,
                          follow_up_by = ?
                        where unit_id = ? and call_id = 'back'
                        """)
                .params(outcome, tries, at, department.login("A", 2), department.unit)
                .update();
    }

    @Test
    void theContactsLeadToTheEntriesOfTheRegisters() {
        Customer customer = add("欧阳修远", "+8613812345678", agent, Duration.ZERO);
        calls.receive(new CallKey(department.unit, "page-2"), "13812345678", null);
        visits.announce(
                new VisitKey(department.unit, "page-3"),
                new Announcement("欧阳修远", "13812345678", 1, null, null, null, null, Visit.VIEWING));

        for (DeskBrowser person : List.of(department.manager(), department.agent("A", 1))) {
            List<String> entries =
                    links(person.get("/desk/customers/" + customer.id()).html(), "/desk/(?:calls|visits)/entry/[^\"]+");
            assertThat(entries)
                    .containsExactlyInAnyOrder(
                            "/desk/calls/entry/" + department.unit + ":page-2",
                            "/desk/visits/entry/" + department.unit + ":page-3");
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(person.get(entry).text()).contains("欧阳修远"));
        }
    }

    @Test
    void anAgentSeesTheirOwnAndOfOthersWhatTheyHandled() {
        Customer own = add("我的客户", "+8613812345678", agent, Duration.ZERO);
        Customer others = add("同事的客户", "+8613812340000", colleague, Duration.ZERO);
        Customer handled = add("代接的客户", "+8613812341111", colleague, Duration.ZERO);
        calls.receive(new CallKey(department.unit, "handled"), "13812341111", null);
        db.sql(
                        "update call_register set covered_by = ?, ringing_agent = null where unit_id = ? and call_id = 'handled'")
                .params(agent, department.unit)
                .update();
        DeskBrowser me = department.agent("A", 1);

        assertThat(names(me, "")).containsExactly("我的客户");
        assertThat(names(me, "&agent=" + colleague)).containsExactly("我的客户");
        assertThat(me.get("/desk/customers/" + own.id()).text()).contains("首次来电");
        assertThat(me.get("/desk/customers/" + others.id()).status()).isEqualTo(404);
        assertThat(me.get("/desk/customers/" + handled.id()).text())
                .contains("代接的客户", "安二")
                .doesNotContain("首次来电", "合并", "删除");
        assertThat(me.get("/desk/customers/" + own.id() + "/erase").status()).isEqualTo(403);
        assertThat(me.post("/desk/customers/" + own.id() + "/erase", "sure", "true")
                        .status())
                .isEqualTo(403);
        assertThat(customers.find(own.id())).isPresent();
    }

    @Test
    void anotherUnitsCustomersAreNobodysBusiness() {
        DepartmentInBrowser elsewhere = new DepartmentInBrowser(application);
        Customer customer = add("欧阳修远", "+8613812345678", agent, Duration.ZERO);

        String page = "/desk/customers/" + customer.id();
        assertThat(elsewhere.manager().get(page).status()).isEqualTo(404);
        assertThat(elsewhere.manager().get(page + "/merge").status()).isEqualTo(404);
        assertThat(elsewhere.manager().get(page + "/erase").status()).isEqualTo(404);
        assertThat(elsewhere.manager().get("/desk/customers/999999999").status())
                .isEqualTo(404);
    }

    @Test
    void twoRecordsAreMergedAfterTheyWereLookedAt() {
        Customer one = add("欧阳修远", "+8613812345678", agent, Duration.ZERO);
        Customer other = add("欧阳修远", "+8613999999999", colleague, Duration.ofDays(1));
        String page = "/desk/customers/" + one.id() + "/merge";
        DeskBrowser manager = department.manager();

        assertThat(manager.get(page).html()).contains(page + "/" + other.id());
        assertThat(manager.get(page + "?q=1399999").html()).contains(page + "/" + other.id());
        assertThat(manager.get(page + "/" + other.id()).text()).contains("客户归谁", "安一", "安二");
        assertThat(manager.post(page + "/" + other.id()).redirect()).contains("AGENT_NEEDED");
        assertThat(manager.get(page + "/" + other.id() + "?result=AGENT_NEEDED").text())
                .contains("请选择归谁");

        assertThat(manager.post(page + "/" + other.id(), "agent", colleague).redirect())
                .isEqualTo("/desk/customers/" + one.id());
        assertThat(customers.find(one.id()).orElseThrow().agent()).isEqualTo(colleague);
        assertThat(manager.get("/desk/customers/" + other.id()).redirect()).isEqualTo("/desk/customers/" + one.id());
        assertThat(manager.get("/desk/customers/" + one.id()).text()).contains("已并入的记录");
    }

    @Test
    void anAgentMergesTheirOwnButNotAColleagues() {
        Customer one = add("欧阳修远", "+8613812345678", agent, Duration.ZERO);
        Customer own = add("欧阳修远", "+8613999999999", agent, Duration.ZERO);
        Customer nobodys = add("欧阳修远", "+8613988888888", null, Duration.ZERO);
        Customer others = add("欧阳修远", "+8613977777777", colleague, Duration.ZERO);
        DeskBrowser me = department.agent("A", 1);
        String page = "/desk/customers/" + one.id() + "/merge";

        assertThat(me.get(page).html())
                .contains(page + "/" + own.id(), page + "/" + nobodys.id())
                .doesNotContain(page + "/" + others.id());
        assertThat(me.get(page + "/" + nobodys.id()).status()).isEqualTo(200);
        assertThat(me.post(page + "/" + others.id(), "agent", agent).status()).isEqualTo(404);
        assertThat(me.get("/desk/customers/" + others.id() + "/merge").status()).isEqualTo(404);
        assertThat(me.post(page + "/" + own.id()).redirect()).isEqualTo("/desk/customers/" + one.id());
    }

    @Test
    void aCustomerIsErasedOnlyWhenItIsConfirmed() {
        Customer customer = add("欧阳修远", "+8613812345678", agent, Duration.ZERO);
        String page = "/desk/customers/" + customer.id() + "/erase";

        assertThat(department.manager().get(page).text()).contains("删除欧阳修远？", "不能恢复");
        assertThat(department.manager().post(page).redirect()).isEqualTo(page);
        assertThat(customers.find(customer.id())).isPresent();
        assertThat(department.manager().post(page, "sure", "true").redirect()).startsWith("/desk/customers");
        assertThat(customers.find(customer.id())).isEmpty();
    }

    private Customer add(String name, String phone, String login, Duration ago) {
        return customers.add(
                department.unit,
                name,
                phone,
                login,
                ContactKind.CALL,
                clock.instant().minus(ago));
    }

    private List<String> names(DeskBrowser browser, String query) {
        return names(browser.get(list + query).html());
    }

    private static List<String> names(String html) {
        return all("href=\"/desk/customers/[0-9]+\"><b>([^<]*)</b>", html);
    }

    private static List<String> links(String html, String address) {
        return all("href=\"(" + address + ")\"", html);
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
