package io.rotadesk.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Unknown things and things that the person may not see get the same answer, for every person and every page. */
@RotaDeskTest
class LooksTheSameTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Customers customers;

    @Autowired
    Disputes disputes;

    @Autowired
    IncomingCalls calls;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    DepartmentInBrowser elsewhere;
    Customer customer;
    Map<String, String> hiddenAndMissing;

    @BeforeEach
    void aDepartmentWithItsData() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        elsewhere = new DepartmentInBrowser(application);
        String phone = "+8613811112222";
        customer = customers.add(
                department.unit, "东方既白", phone, department.login("A", 1), ContactKind.CALL, clock.instant());
        long dispute = disputes.claim(department.unit, department.login("A", 2), phone, "名片是我给的")
                .dispute()
                .id();
        calls.receive(new CallKey(department.unit, "seen"), "13811112222", null);
        hiddenAndMissing = new LinkedHashMap<>(Map.of(
                "/desk/customers/" + customer.id(), "/desk/customers/999999999",
                "/desk/customers/" + customer.id() + "/erase", "/desk/customers/999999999/erase",
                "/desk/customers/" + customer.id() + "/merge", "/desk/customers/999999999/merge",
                "/desk/disputes/" + dispute, "/desk/disputes/999999999",
                "/desk/calls/entry/" + department.unit + ":seen", "/desk/calls/entry/" + department.unit + ":none"));
    }

    @Test
    void anotherUnitsPeopleLearnNothing() {
        for (DeskBrowser stranger : List.of(elsewhere.manager(), elsewhere.agent("A", 1))) {
            hiddenAndMissing.forEach((hidden, missing) -> same(stranger::get, hidden, missing));
            same(stranger::get, "/desk/why/" + department.unit + ":seen", "/desk/why/" + department.unit + ":none");
            same(stranger::post, "/desk/customers/" + customer.id() + "/erase", "/desk/customers/999999999/erase");
            same(
                    stranger::post,
                    "/desk/customers/" + customer.id() + "/merge/" + customer.id(),
                    "/desk/customers/999999999/merge/999999999");
            same(
                    path -> stranger.post(path, "login", department.login("A", 1), "here", "true"),
                    path -> stranger.post(path, "login", "nobody-at-all", "here", "true"),
                    "/desk/presence");
        }
    }

    @Test
    void aColleagueWhoHasNothingToDoWithItLearnsNothing() {
        DeskBrowser colleague = department.agent("B", 2);
        hiddenAndMissing.forEach((hidden, missing) -> same(colleague::get, hidden, missing));
        same(colleague::post, "/desk/customers/" + customer.id() + "/erase", "/desk/customers/999999999/erase");
    }

    @Test
    void strangersLearnNothingOfVisitors() {
        String visitsPath = "/desk/reception/visit/";
        DeskBrowser stranger = elsewhere.agent("B", 1);
        for (String action : List.of("arrived", "left", "cancel", "assign")) {
            same(
                    path -> stranger.post(path + "/" + action, "agent", "x"),
                    visitsPath + visit(),
                    visitsPath + department.unit + ":none");
        }
        same(stranger::get, visitsPath + visit() + "/move", visitsPath + department.unit + ":none/move");
        same(stranger::get, "/desk/visits/entry/" + visit(), "/desk/visits/entry/" + department.unit + ":none");
    }

    @Test
    void aManagerIsOfferedNoClaimAndCannotMakeOne() {
        DeskBrowser manager = department.manager();
        assertThat(manager.get("/desk/disputes/claim?unit=" + department.unit).status())
                .isEqualTo(403);
        assertThat(manager.post(
                                "/desk/disputes/claim?unit=" + department.unit,
                                "customer",
                                "13811112222",
                                "reason",
                                "我认识")
                        .status())
                .isEqualTo(403);
    }

    private VisitKey visit() {
        VisitKey key = new VisitKey(department.unit, "visitor");
        application
                .getBean(Announcements.class)
                .announce(key, new Announcement("卢先生", null, 1, null, null, null, null, null));
        return key;
    }

    private void same(Function<String, Page> ask, String hidden, String missing) {
        assertThat(answer(ask.apply(hidden))).as(hidden).isEqualTo(answer(ask.apply(missing)));
    }

    private void same(Function<String, Page> askHidden, Function<String, Page> askMissing, String path) {
        assertThat(answer(askHidden.apply(path))).as(path).isEqualTo(answer(askMissing.apply(path)));
    }

    private static Map<String, Object> answer(Page page) {
        assertThat(page.status()).isEqualTo(404);
        Map<String, Object> answer = new TreeMap<>();
        page.response().getHeaderNames().stream()
                .filter(name -> !name.equals("Set-Cookie"))
                .forEach(name -> answer.put(name, page.response().getHeaderValues(name)));
        answer.put("body", page.html());
        answer.put("message", String.valueOf(page.response().getErrorMessage()));
        return answer;
    }
}
