package io.rotadesk.web.desk.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.web.desk.DeskBrowser;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What a page of a correction sends: mistakes, odd values, fields that are not there. */
class OddCorrectionsTest extends CorrectionScenario {

    @Test
    void mistakesAreShownAtTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("customerPhone", "abc");
        odd.put("floorArea", "1e300");
        odd.put("moveInDate", "2026-02-30");
        odd.put("mediaSource", "telepathy");
        odd.put("interests", "nothing");
        odd.put("budget", "长".repeat(101));
        odd.put("reason", " ");
        odd.put("remarks", "我写的");
        var answer = department.agent("A", 1).post(page(call), typed(odd));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains(
                        "“联系电话”的格式不对",
                        "“需要面积（㎡）”必须是数字",
                        "“计划入驻日期”必须是日期",
                        "“从哪里知道我们”只能从列表中选择",
                        "“关注点”只能从列表中选择",
                        "“预算”最多 100 个字",
                        "请写明为什么更正",
                        "我写的");
        assertThat(department
                        .agent("A", 1)
                        .in(Locale.ENGLISH)
                        .post(page(call), typed(odd))
                        .text())
                .contains("\"Phone\"", "Please say why");
        assertThat(calls.get(call).written().remarks()).isNull();
    }

    @Test
    void aTypedIdOfACustomerGivesNoRight() {
        Customer other = customers.add(
                department.unit, "李先生", "+8613900000009", department.login("B", 2), ContactKind.CALL, clock.instant());
        DeskBrowser agent = department.agent("A", 1);
        Map<String, String> typed = new LinkedHashMap<>(
                Map.of("customerName", "何先生", "customerPhone", "13900000009", "who", String.valueOf(other.id())));

        var answer = agent.post(page(call), typed(typed));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("请按现在列出的重新选择");
        assertThat(answer.html()).contains("value=\"何先生\"", "value=\"13900000009\"");
        assertThat(calls.get(call).caller().customerId()).isNull();
        assertThat(lookUps.latest(department.unit, 5)).as("on record").hasSize(1);
        typed.put("who", offered(department.agent("B", 3), call("c4", Map.of("agent", department.login("B", 3)))));
        assertThat(agent.post(page(call), typed(typed)).status())
                .as("what a colleague was offered")
                .isEqualTo(409);
        typed.put("who", String.valueOf(other.id()));
        assertThat(department.manager().post(page(call), typed(typed)).redirect())
                .as("a manager sees every customer")
                .isEqualTo(entry(call));
        assertThat(calls.get(call).caller().customerId()).isEqualTo(other.id());
    }

    @Test
    void theFieldsThatWereNotShownStayAsTheyAre() {
        CallKey full = call(
                "c5",
                Map.of(
                        "interests",
                        "[\"rent\", \"location\"]",
                        "floor_area",
                        new BigDecimal("120.50"),
                        "budget",
                        "每月两万",
                        "move_in_date",
                        Date.valueOf("2026-05-01"),
                        "remarks",
                        "一\r\n二"));
        var before = calls.get(full).written();

        assertThat(department
                        .agent("A", 1)
                        .post(page(full), "basedOn", "1", "customerName", "何先生", "reason", "听错了")
                        .redirect())
                .isEqualTo(entry(full));

        var after = calls.get(full).written();
        assertThat(after.customerName()).isEqualTo("何先生");
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("customerName", "nameRefused", "phoneRefused")
                .isEqualTo(before);
        assertThat(after.phoneRefused()).isFalse();
        // As the page sends it when nothing is changed: with two characters at the end of a line, ticked in the page's
        // order.
        assertThat(department
                        .agent("A", 1)
                        .send(post(
                                page(full),
                                "basedOn=2&customerName=何先生&customerPhone=138 1234 5678&_phoneRefused=on&_interests=on"
                                        + "&interests=location&interests=rent&floorArea=120.5&budget=每月两万"
                                        + "&moveInDate=2026-05-01&remarks=一\r\n二&reason=无"))
                        .said("corrected"))
                .as("nothing was changed")
                .contains(false);
        department.agent("A", 1).send(post(page(full), "basedOn=2&_interests=on&reason=没有关注点"));
        assertThat(calls.get(full).written().interests())
                .as("the last one was unticked")
                .isNull();
    }

    @Test
    void fieldsThatAreNotOnTheFormAreNotTaken() {
        department.manager().post(page(visit), "basedOn", "1", "customerPhone", "13900000009", "reason", "补上");

        department
                .manager()
                .send(post(
                        page(visit),
                        "basedOn=2&phoneRefused=true&noteAbout=x&nextStep=周五再来&reason=补上&budget=" + "9".repeat(50)));

        assertThat(visits.get(visit).written().customerPhone()).isEqualTo("+8613900000009");
        assertThat(visits.get(visit).written().nextStep()).isEqualTo("周五再来");
    }

    @Test
    void aListThatIsOddOrUnreadableIsNoError() {
        int i = 0;
        for (String odd : List.of("null", "[null]", "{", "x", "[[1]]", "{\"a\":1}")) {
            CallKey one = call("odd" + i, Map.of("interests", odd, "customer_phone", "+861380000000" + i++));
            DeskBrowser agent = department.agent("A", 1);
            assertThat(agent.get(entry(one)).status()).as(odd).isEqualTo(200);
            assertThat(agent.get(page(one)).status()).as(odd).isEqualTo(200);
            assertThat(agent.send(post(page(one), "basedOn=1&customerName=何先生&_interests=on&reason=无"))
                            .redirect())
                    .as(odd)
                    .isEqualTo(entry(one));
            assertThat(calls.get(one).written().interests()).isEqualTo(odd);
            assertThat(agent.send(post(page(one), "basedOn=2&customerName=何先生&interests=rent&reason=无"))
                            .redirect())
                    .isEqualTo(entry(one));
            if (odd.length() < 3) {
                assertThat(agent.get(entry(one)).text())
                        .as("a list that cannot be read is shown as it was")
                        .contains("关注点 " + odd + " 租金");
            }
        }
        for (String name :
                List.of("interests[1]", "interests[0]", "interests[]", "interests[x]", "interests[99999999]")) {
            var answer =
                    department.agent("A", 1).post(page(call), typed(Map.of(name, "nothing", "customerName", "何先生")));
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.text()).as(name).contains("“关注点”只能从列表中选择");
        }
        for (String body : List.of("", "{", "null", "[".repeat(5_000), "{\"reason\":1}")) {
            var answer = department
                    .agent("A", 1)
                    .send(MockMvcRequestBuilders.post(page(call))
                            .with(csrf())
                            .contentType("application/json")
                            .content(body));
            assertThat(answer.status()).as(body).isBetween(400, 499);
        }
    }

    @Test
    void oddAnswersAreNoErrors() {
        for (String odd : List.of("x", "-1", "99999999999999999999", "2147483648", "")) {
            int basedOn = department
                    .manager()
                    .post(page(call), typed(Map.of("basedOn", odd, "customerName", "何先生")))
                    .status();
            assertThat(basedOn).as("basedOn " + odd).isIn(400, 409);
        }
        assertThat(calls.get(call).written().customerName()).isEqualTo("12");
    }

    /** Some are accepted, such as a name that is a number; whatever is accepted can be shown and corrected again. */
    @Test
    void oddTextsOfThePresentVersionAreSavedOrRefused() {
        for (EntryField field : EntryField.values()) {
            for (String odd : List.of("1e300", "+1000000000-12-31", "长".repeat(5_000))) {
                oddTextIsNoError(call.contact(), page(call), field, odd);
                oddTextIsNoError(visit.contact(), page(visit), field, odd);
            }
        }
        assertThat(calls.get(call).written().customerName()).isEqualTo("+1000000000-12-31");
        assertThat(corrections.versions(call.contact())).isNotEmpty();
    }

    private void oddTextIsNoError(Contact contact, String page, EntryField field, String odd) {
        int version = corrections.versions(contact).size() + 1;
        int status = department
                .manager()
                .post(page, "basedOn", String.valueOf(version), "reason", "无", field.key(), odd)
                .status();
        assertThat(status).as(field + " " + odd).isIn(302, 400, 409);
        if (status == 302) {
            assertThat(department.manager().get(page).status())
                    .as(field + " " + odd)
                    .isEqualTo(200);
        }
    }

    @Test
    void markupInACorrectionIsText() {
        department.agent("A", 1).post(page(call), typed(Map.of("customerName", "<b>何</b>", "reason", "<i>x</i>")));

        assertThat(department.manager().get(entry(call)).html())
                .contains("&lt;b&gt;何&lt;/b&gt;", "&lt;i&gt;x&lt;/i&gt;")
                .doesNotContain("<b>何</b>", "<i>x</i>");
    }
}
