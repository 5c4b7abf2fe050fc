package io.rotadesk.web.desk.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page on which an entry of a register is corrected. */
class CorrectionPagesTest extends CorrectionScenario {

    @Test
    @Tag("L2.3")
    void theAgentCorrectsTheirEntryAndItShows() {
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.get(entry(call)).html()).contains("/desk/calls/entry/" + call + "/correct");
        assertThat(agent.get(page(call)).html()).contains("value=\"12\"", "value=\"138 1234 5678\"");

        var saved = agent.post(page(call), typed(Map.of("customerName", "何先生", "budget", "每月两万")));

        assertThat(saved.redirect()).isEqualTo(entry(call));
        assertThat(agent.get(entry(call)).text()).contains("何先生", "已更正", "更正记录", "姓名 12 何先生", "预算 — 每月两万", "听错了", "安一");
        assertThat(agent.in(Locale.ENGLISH).get(entry(call)).text()).contains("Corrections", "Name 12 何先生");
        assertThat(department
                        .manager()
                        .get("/desk/calls?unit=" + department.unit + "&q=何先生")
                        .html())
                .contains(entry(call));
    }

    @Test
    @Tag("L3.8")
    void theManagerCorrectsAVisit() {
        DeskBrowser manager = department.manager();
        assertThat(manager.get(page(visit)).text())
                .contains("顾虑和异议", "下一步", "餐饮")
                .doesNotContain("客户不愿留电话");

        assertThat(manager.post(
                                page(visit),
                                typed(Map.of(
                                        "customerName",
                                        "汪女士",
                                        "customerPhone",
                                        "",
                                        "intent",
                                        "office",
                                        "nextStep",
                                        "周五再来")))
                        .redirect())
                .isEqualTo(entry(visit));

        var written = visits.get(visit).written();
        assertThat(written.customerName()).isEqualTo("汪女士");
        assertThat(written.intent()).isEqualTo("office");
        assertThat(written.nextStep()).isEqualTo("周五再来");
        assertThat(manager.get(entry(visit)).text()).contains("租赁意向 餐饮 办公", "王女士 汪女士");
    }

    @Test
    void forAnybodyElseThereIsNoSuchPage() {
        var stranger = new DepartmentInBrowser(application);
        for (DeskBrowser person :
                new DeskBrowser[] {department.agent("A", 2), stranger.manager(), stranger.agent("A", 1)}) {
            for (String path : List.of(page(call), page(visit))) {
                assertThat(person.get(path).status()).isEqualTo(404);
                assertThat(person.post(path, typed(Map.of("customerName", "他人")))
                                .status())
                        .isEqualTo(404);
            }
        }
        DeskBrowser manager = department.manager();
        for (String key : List.of(department.unit + ":no", "x:c1", "c1", ":", stranger.unit + ":c1")) {
            assertThat(manager.get("/desk/calls/entry/{key}/correct", key).status())
                    .as(key)
                    .isEqualTo(404);
        }
        assertThat(manager.get("/desk/visits/entry/{key}/correct", call).status())
                .isEqualTo(404);
        assertThat(calls.get(call).written().customerName()).isEqualTo("12");
    }

    @Test
    void anAdministratorCorrectsInAnyUnit() {
        DeskBrowser administrator = DeskBrowser.of(
                application,
                new TestPeople(application.getBean(Accounts.class)).with(department.unit, Role.ADMINISTRATOR));

        assertThat(administrator.get(page(call)).status()).isEqualTo(200);
        assertThat(administrator
                        .post(page(call), typed(Map.of("customerName", "何先生")))
                        .redirect())
                .isEqualTo(entry(call));
        assertThat(calls.get(call).written().customerName()).isEqualTo("何先生");
    }

    @Test
    void anEntryThatIsNotWrittenYetIsNotCorrected() {
        CallKey open = call("c2", Map.of("state", "ANSWERED"));

        assertThat(department.manager().get(page(open)).status()).isEqualTo(404);
        assertThat(department.manager().get(entry(open)).html()).doesNotContain("/correct");
    }

    @Test
    void theSecondOneSeesTheFirstOnesVersionAndTheirOwn() {
        department.agent("A", 1).post(page(call), typed(Map.of("customerName", "何先生")));

        var answer = department.manager().post(page(call), typed(Map.of("customerName", "贺先生", "remarks", "我写的")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("安一 在 2026-03-02 09:00 先更正了", "姓名 何先生 贺先生", "我写的");
        assertThat(answer.html()).contains("name=\"basedOn\" value=\"2\"", "value=\"贺先生\"");
        assertThat(calls.get(call).written().customerName()).isEqualTo("何先生");
    }

    @Test
    void aNumberOfAnotherCustomerIsAskedAboutAndLookedUpOnRecord() {
        Customer other = customers.add(
                department.unit, "李先生", "+8613900000009", department.login("B", 2), ContactKind.CALL, clock.instant());
        DeskBrowser agent = department.agent("A", 1);
        Map<String, String> typed = Map.of("customerName", "何先生", "customerPhone", "13900000009");

        var asked = agent.post(page(call), typed(typed));

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text()).contains("这个号码已经登记过", "李先生", "（白二的客户）");
        assertThat(lookUps.latest(department.unit, 5)).singleElement().satisfies(one -> {
            assertThat(one.login()).isEqualTo(department.login("A", 1));
            assertThat(one.asked()).matches("\\*+0009");
        });
        Map<String, String> answered = new LinkedHashMap<>(typed);
        answered.put("who", offered(asked).get(0));
        assertThat(agent.post(page(call), typed(answered)).redirect()).isEqualTo(entry(call));
        assertThat(calls.get(call).caller().customerId()).isEqualTo(other.id());
        assertThat(customers.find(other.id()).orElseThrow().agent()).isEqualTo(department.login("B", 2));
    }

    @Test
    void aCorrectionThatCollidesIsRepeated() {
        jdbc.execute("create sequence collision_of_a_test");
        jdbc.execute("""
            create function collide_once() returns trigger language plpgsql as $$ begin
              if nextval('collision_of_a_test') = 1 then raise exception 'once' using errcode = '40001'; end if;
              return new;
            end $$
            """);
        jdbc.execute("create trigger collide_once before insert on entry_version for each row when (new.unit_id = '"
                + department.unit + "') execute function collide_once()");
        try {
            assertThat(department
                            .agent("A", 1)
                            .post(page(call), typed(Map.of("customerName", "何先生")))
                            .redirect())
                    .isEqualTo(entry(call));
        } finally {
            jdbc.execute("drop trigger collide_once on entry_version");
            jdbc.execute("drop function collide_once");
            jdbc.execute("drop sequence collision_of_a_test");
        }
        assertThat(calls.get(call).written().customerName()).isEqualTo("何先生");
    }
}
