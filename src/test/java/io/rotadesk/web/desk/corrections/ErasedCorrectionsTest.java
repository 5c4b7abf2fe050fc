package io.rotadesk.web.desk.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.web.desk.DeskBrowser;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An erased person does not come back by a correction. */
class ErasedCorrectionsTest extends CorrectionScenario {

    @Test
    void anErasedNameIsNotCalledRefused() {
        customers.add(
                department.unit, "12", "+8613812345678", department.login("A", 1), ContactKind.CALL, clock.instant());
        erase(call);

        assertThat(department.manager().get(entry(call)).text())
                .contains("姓名 已删除", "联系电话 已删除")
                .doesNotContain("客户不愿留", "号码未显示");
    }

    @Test
    void anErasedPersonDoesNotComeBackByACorrection() {
        DeskBrowser agent = department.agent("A", 1);
        agent.post(page(call), typed(Map.of("customerName", "何先生")));
        assertThat(agent.get(page(call)).status()).as("opened before").isEqualTo(200);
        erase(call);

        var sent = agent.post(page(call), typed(Map.of("basedOn", "2", "customerName", "贺先生")));

        assertThat(sent.status()).isEqualTo(410);
        assertThat(sent.text()).contains("资料已删除，登记不能再更正").doesNotContain("贺先生");
        assertThat(calls.get(call).written().customerName()).isNull();
        assertThat(calls.get(call).caller().customerId()).isNull();
        assertThat(customers.byPhone(department.unit, "+8613812345678")).isEmpty();
        for (DeskBrowser person : new DeskBrowser[] {agent, department.manager()}) {
            assertThat(person.get(page(call)).status()).isEqualTo(410);
            assertThat(person.in(Locale.ENGLISH).get(page(call)).text()).contains("This person was erased");
            assertThat(person.get(entry(call)).html()).doesNotContain("/correct\"");
            assertThat(person.get(entry(call)).text())
                    .as("that it was corrected stays")
                    .contains("更正记录", "安一", "已删除")
                    .doesNotContain("听错了");
        }
    }

    @Test
    @Tag("L2.2b")
    void anErasedNoteIsNotWrittenAgain() {
        CallKey other = call("c3", Map.of("state", "OTHER"));
        notes.leave(department.unit, other.contact(), department.login("A", 1), new NoteText("刘师傅", "挂号信", null));
        String[] corrected = {"noteWho", "柳师傅", "noteAbout", "快递", "reason", "听错了"};
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.post(page(other), with("1", corrected)).redirect()).isEqualTo(entry(other));
        erase(other);

        assertThat(agent.post(page(other), with("2", corrected)).status()).isEqualTo(410);
        assertThat(notes.of(other.contact()).orElseThrow().text().isBlank()).isTrue();
        assertThat(agent.get(entry(other)).html()).doesNotContain("/correct\"");
        assertThat(agent.get(entry(other)).text()).contains("更正记录", "已删除");
    }
}
