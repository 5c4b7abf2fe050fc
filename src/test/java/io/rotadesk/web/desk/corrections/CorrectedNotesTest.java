package io.rotadesk.web.desk.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.web.desk.DeskBrowser;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Notes are corrected, and become entries about leasing; so are calls that were answered for a colleague. */
class CorrectedNotesTest extends CorrectionScenario {

    @Test
    void aNoteForAColleagueWhoLeftStaysForThem() {
        CallKey other = call("c6", Map.of("state", "OTHER"));
        notes.leave(department.unit, other.contact(), department.login("A", 1), new NoteText("刘师傅", "挂号信", "gone"));

        assertThat(department.agent("A", 1).get(page(other)).html())
                .containsPattern("<option value=\"gone\" selected=\"selected\">");
        assertThat(department
                        .agent("A", 1)
                        .post(page(other), with("1", "noteWho", "柳师傅", "noteFor", "gone", "reason", "听错了"))
                        .redirect())
                .isEqualTo(entry(other));
        assertThat(notes.of(other.contact()).orElseThrow().text()).isEqualTo(new NoteText("柳师傅", "挂号信", "gone"));
    }

    @Test
    @Tag("L2.2b")
    void aNoteIsCorrectedByItsAuthorAndItsVersionsAreForThoseWhoMayReadIt() {
        CallKey other = call("c3", Map.of("state", "OTHER", "owner", department.login("A", 2), "status", "ACTIVE"));
        notes.leave(
                department.unit,
                other.contact(),
                department.login("A", 1),
                new NoteText("刘师傅", "挂号信", department.login("B", 3)));
        DeskBrowser author = department.agent("A", 1);

        assertThat(author.post(page(other), "basedOn", "1", "noteWho", "", "noteAbout", "快递", "reason", "听错了")
                        .status())
                .isEqualTo(400);
        assertThat(author.post(
                                page(other),
                                "basedOn",
                                "1",
                                "noteWho",
                                "柳师傅",
                                "noteAbout",
                                "快递",
                                "noteFor",
                                "nobody",
                                "reason",
                                "听错了")
                        .text())
                .contains("只能从列表中选择");
        assertThat(author.post(
                                page(other),
                                "basedOn",
                                "1",
                                "noteWho",
                                "柳师傅",
                                "noteAbout",
                                "快递",
                                "noteFor",
                                department.login("B", 2),
                                "reason",
                                "听错了")
                        .redirect())
                .isEqualTo(entry(other));

        assertThat(author.get(entry(other)).text()).contains("柳师傅", "谁 刘师傅 柳师傅", "白三 白二");
        assertThat(department.agent("A", 2).get(entry(other)).text())
                .as("the customer's agent")
                .contains("138 1234 5678")
                .doesNotContain("刘师傅", "柳师傅");
    }

    @Test
    @Tag("L2.2b")
    @Tag("L2.3")
    void aNoteThatWasAboutLeasingBecomesAnEntry() {
        CallKey other = call("c7", empty("OTHER"));
        String whose = department.login("B", 3);
        notes.leave(department.unit, other.contact(), department.login("A", 1), new NoteText("刘师傅", "挂号信", whose));
        DeskBrowser author = department.agent("A", 1);
        String leasing = page(other) + "?as=leasing";
        assertThat(author.get(page(other)).html()).contains("/correct?as=leasing");
        assertThat(author.get(leasing).text())
                .contains("改登记为咨询招商", "姓名", "联系电话")
                .doesNotContain("什么事");
        assertThat(author.get(leasing).html()).contains("value=\"138 1234 5678\"", "name=\"as\" value=\"leasing\"");
        assertThat(author.in(Locale.ENGLISH).get(leasing).text()).contains("This makes it an entry about leasing");
        assertThat(department.agent("A", 2).get(leasing).status()).isEqualTo(404);

        assertThat(author.post(page(other), with("1", "as", "leasing", "customerPhone", "12", "reason", "点错了"))
                        .status())
                .as("by the rules of the register form")
                .isEqualTo(400);
        String[] sent = {"as", "leasing", "customerName", "刘先生", "customerPhone", "138 1234 5678", "reason", "点错了"};
        assertThat(author.post(page(other), with("1", sent)).redirect()).isEqualTo(entry(other));

        assertThat(calls.get(other).state()).isEqualTo(CallState.REGISTERED);
        assertThat(author.get(entry(other)).text()).contains("姓名 — 刘先生", "什么事 挂号信 —", "点错了");
        assertThat(author.get(page(other)).html()).doesNotContain("as=leasing").contains("value=\"刘先生\"");
    }

    @Test
    void theTextOfANoteStaysForItsReadersWhenItIsAnEntryByNow() {
        CallKey other = call("c7", empty("OTHER"));
        notes.leave(department.unit, other.contact(), department.login("A", 1), new NoteText("刘师傅", "挂号信", null));
        String[] sent = {"as", "leasing", "customerName", "刘先生", "customerPhone", "138 1234 5678", "reason", "点错了"};
        department.manager().post(page(other), with("1", sent));
        jdbc.update(
                "update customer set agent = ? where id = ?",
                department.login("B", 1),
                calls.get(other).caller().customerId());

        assertThat(department.agent("B", 1).get(entry(other)).text())
                .as("the customer's agent by now")
                .contains("刘先生")
                .doesNotContain("挂号信", "刘师傅");
    }

    @Test
    @Tag("L3.2b")
    void aVisitThatWasAboutLeasingBecomesAnEntryToo() {
        jdbc.update("update visit_register set state = 'OTHER', purpose = 'other', customer_name = null, intent = null"
                + " where unit_id = '" + department.unit + "'");
        notes.leave(department.unit, visit.contact(), department.login("B", 1), new NoteText("王女士", "找人", null));

        assertThat(department
                        .agent("B", 1)
                        .post(
                                page(visit),
                                with(
                                        "1",
                                        "as",
                                        "leasing",
                                        "customerName",
                                        "王女士",
                                        "customerPhone",
                                        "13900000009",
                                        "mediaSource",
                                        "web",
                                        "reason",
                                        "点错了"))
                        .redirect())
                .isEqualTo(entry(visit));

        assertThat(visits.get(visit).said().purpose()).isEqualTo("viewing");
        assertThat(customers
                        .find(visits.get(visit).known().customerId())
                        .orElseThrow()
                        .agent())
                .isEqualTo(department.login("B", 1));
    }

    @Test
    @Tag("L2.2d")
    @Tag("L2.2e")
    void theAgentWhoCoveredACallCorrectsTheirText() {
        Map<String, Object> columns = new HashMap<>(empty("COVERED"));
        columns.putAll(Map.of(
                "covered_by", department.login("A", 1), "cover_answer", "问租金", "call_back_number", "+8613900000009"));
        columns.put("sensitive", true);
        CallKey covered = call("c8", columns);
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.get(page(covered)).text()).contains("客户问了什么，怎样回答", "回电号码");
        assertThat(department.agent("A", 2).get(page(covered)).status()).isEqualTo(404);
        assertThat(agent.post(page(covered), with("1", "answer", "问租金", "callBackNumber", "", "reason", "记错了"))
                        .text())
                .as("whether the colleague calls back was decided then")
                .contains("“回电号码”");

        assertThat(agent.post(
                                page(covered),
                                with("1", "answer", "问物业费", "callBackNumber", "138 0000 0008", "reason", "记错了"))
                        .redirect())
                .isEqualTo(entry(covered));

        assertThat(calls.get(covered).cover().callBackNumber()).isEqualTo("+8613800000008");
        assertThat(agent.get(entry(covered)).text()).contains("问租金 问物业费", "139 0000 0009 138 0000 0008");
    }

    private static Map<String, Object> empty(String state) {
        Map<String, Object> columns = new HashMap<>(Map.of("state", state));
        columns.put("customer_name", null);
        columns.put("customer_phone", null);
        return columns;
    }
}
