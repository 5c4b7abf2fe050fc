package io.rotadesk.web.desk.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Disputes over customers on their pages. */
@RotaDeskTest
@Tag("L3.2c")
class DisputePagesTest {

    private static final AtomicInteger numbers = new AtomicInteger(1000);

    @Autowired
    WebApplicationContext application;

    @Autowired
    Customers customers;

    @Autowired
    Disputes disputes;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    Customer customer;
    String phone;

    @BeforeEach
    void aCustomerOfTheFirstAgent() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        phone = "+861350000" + numbers.incrementAndGet();
        customer = customers.add(
                department.unit, "东方既白", phone, department.login("A", 1), ContactKind.CALL, clock.instant());
    }

    @Test
    void anAgentClaimsACustomerAndBothAndTheManagerSeeIt() {
        Page claimed = claim("A", 2, phone);
        assertThat(claimed.redirect()).startsWith("/desk/disputes/");

        String page = department.agent("A", 2).get(claimed.redirect()).text();
        assertThat(page).contains("东方既白", "安一", "安二", "名片是我给的", "待决定", "还没有陈述", "首次来电");
        assertThat(department.agent("A", 1).get(claimed.redirect()).status()).isEqualTo(200);
        assertThat(department.agent("B", 1).get(claimed.redirect()).status()).isEqualTo(404);
        assertThat(list(1)).contains("东方既白");
        assertThat(department
                        .agent("B", 1)
                        .get("/desk/disputes?unit=" + department.unit)
                        .text())
                .doesNotContain("东方既白");
        assertThat(department
                        .manager()
                        .in(Locale.ENGLISH)
                        .get("/desk/disputes?unit=" + department.unit)
                        .text())
                .contains("东方既白", "Open");
    }

    @Test
    void aDecisionIsSeenWithItsReason() {
        long id = Long.parseLong(claim("A", 2, phone).redirect().replaceAll("\\D+", ""));
        disputes.decided(id, Outcome.CLAIMANT, "名片在先", department.manager.login());

        assertThat(department.agent("A", 1).get("/desk/disputes/" + id).text()).contains("改归安二", "名片在先");
        assertThat(list(1)).contains("改归安二");
    }

    @Test
    void aRefusedClaimSaysWhyAndKeepsTheTypedText() {
        assertThat(claim("A", 1, phone).text()).contains("就是您的", "名片是我给的");
        assertThat(claim("A", 2, "1").text()).contains("没有这位客户");
        claim("A", 2, phone);
        assertThat(claim("B", 1, phone).text()).contains("安二提出");
        assertThat(department
                        .agent("B", 1)
                        .post("/desk/disputes/claim?unit=" + department.unit, "customer", "1", "reason", " ")
                        .text())
                .contains("请写明理由");
        assertThat(department
                        .agent("B", 1)
                        .get("/desk/disputes/claim?unit=" + department.unit + "&customer=" + customer.id())
                        .html())
                .contains("value=\"" + customer.id() + "\"");
    }

    @Test
    void theCustomersPageLeadsToTheClaimAndShowsIt() {
        String path = "/desk/customers/" + customer.id();
        for (int place = 2; place <= 3; place++) {
            jdbc.update("""
                    insert into call_register (unit_id, call_id, source, state, received_at, customer_id, agent)
                    values (?, ?, 'PHONE_SYSTEM', 'REGISTERED', now(), ?, ?)
                    """, department.unit, "claim-" + place, customer.id(), department.login("A", place));
        }
        assertThat(department.agent("A", 2).get(path).html()).contains("/desk/disputes/claim");
        assertThat(department.agent("A", 1).get(path).html()).doesNotContain("/desk/disputes/claim");
        String dispute = claim("A", 2, phone).redirect();
        assertThat(department.agent("A", 3).get(path).html()).doesNotContain("/desk/disputes/claim", dispute);
        assertThat(department.agent("A", 1).get(path).html()).contains(dispute);
    }

    @Test
    void anErasedCustomerLeavesARowWithoutAName() {
        claim("A", 2, phone);
        customers.erase(department.unit, customer.id());

        assertThat(list(1)).contains("客户资料已删除").doesNotContain("东方既白");
    }

    @Test
    void theDisputeOfAnErasedCustomerCanStillBeOpened() {
        String dispute = claim("A", 2, phone).redirect();
        customers.erase(department.unit, customer.id());

        Page page = department.manager().get(dispute);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("客户资料已删除", "安一", "安二").doesNotContain("东方既白");
    }

    private Page claim(String team, int place, String number) {
        return department
                .agent(team, place)
                .post("/desk/disputes/claim?unit=" + department.unit, "customer", number, "reason", "名片是我给的");
    }

    private String list(int place) {
        return department
                .agent("A", place)
                .get("/desk/disputes?unit=" + department.unit)
                .text();
    }
}
