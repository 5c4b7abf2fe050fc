package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.rotadesk.leasing.escalation.Escalations;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agent needs is beside the form, and what was typed there stays. */
class ToolsBrowserTest extends BrowserScenario {

    private static final String NUMBER = "13711110000";

    @Autowired
    TaskService tasks;

    @Autowired
    Escalations escalations;

    @Test
    @Tag("L2.5")
    void handbookIsReadBesideAHalfFilledForm() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        ringsFrom(NUMBER);
        registers(agent).fill("姓名", "周先生").fill("备注", "想要一层临街");
        Page page = agent.page();

        page.keyboard().press("F2");
        Locator panel = page.locator(".rota-tools");
        assertThat(panel.locator("h4")).containsText(new String[] {"答客问", "统一说辞"});
        Assertions.assertThat(panel.boundingBox().x)
                .as("the panel stands beside the form")
                .isGreaterThanOrEqualTo(rightEdge(page.locator(".task-details .fjs-container")));
        page.keyboard().type("停车");
        assertThat(panel.locator("details[open] .text").first()).containsText("停车");
        assertThat(panel.locator(".mark")).hasCount(0);
        panel.locator("input[type=search]").fill("租金");
        assertThat(panel.locator("details.sensitive .mark").first()).containsText("敏感");

        Assertions.assertThat(agent.valueOf("姓名")).isEqualTo("周先生");
        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        // The cursor is back in the form.
        assertThat(page.locator("textarea:focus, input:focus")).hasValue("想要一层临街");
        Assertions.assertThat(agent.valueOf("姓名")).isEqualTo("周先生");
    }

    @Test
    @Tag("L2.2b")
    @Tag("L2.2c")
    void callerFromAnotherPhoneIsFoundAndReachesTheOwner() {
        Tasklist owner = tasklistOf("zhouyun");
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("13711110001");
        agent.formOf("接听来电").complete("接听来电");
        agent.formOf("问明来意").tick("咨询招商").tick("没有联系过");
        Page page = agent.page();

        page.keyboard().press("F4");
        page.keyboard().type("何先生");
        page.keyboard().press("Enter");
        Locator found = page.locator(".rota-customer").filter(new Locator.FilterOptions().setHasText("周云 的客户"));
        assertThat(found).containsText(new String[] {"…0001"});
        found.getByText("就是这位").click();
        Assertions.assertThat(agent.valueOf("查到的客户")).contains("何先生", "周云");
        assertThat(page.getByLabel("咨询招商")).isChecked();
        agent.complete("问明来意");

        owner.shows("接听老客户来电", SOON);
        Assertions.assertThat(register.get(ring.call()).said().owner()).isEqualTo("zhouyun");
    }

    @Test
    @Tag("L3.7")
    void questionGoesOutFromTheRegisterFormAndItsAnswerAppearsBesideIt() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("13711110002");
        registers(agent).fill("姓名", "周先生").fill("备注", "想要一层临街");
        Page page = agent.page();

        page.keyboard().press("F9");
        page.keyboard().type("一层临街能做餐饮吗？");
        page.getByText("马上送给经理").click();
        Locator asked = page.locator(".rota-asked");
        assertThat(asked).containsText("等经理答复");

        answer(escalations.of(ring.call().contact()).get(0).id(), "可以，有排烟");
        assertThat(asked.locator(".answer")).containsText("可以，有排烟");
        Assertions.assertThat(agent.valueOf("姓名")).isEqualTo("周先生");
        Assertions.assertThat(agent.valueOf("备注")).isEqualTo("想要一层临街");
    }

    private static double rightEdge(Locator element) {
        return element.boundingBox().x + element.boundingBox().width;
    }

    private void answer(String question, String answer) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(question)
                .singleResult()
                .getId();
        tasks.claim(task, "manager");
        tasks.complete(task, Map.of("answer", answer, "addToHandbook", false));
    }

    /** From the ring to the register form. */
    private static Tasklist registers(Tasklist agent) {
        agent.formOf("接听来电").complete("接听来电");
        agent.formOf("问明来意").tick("咨询招商").tick("没有联系过").complete("问明来意");
        return agent.formOf("填写来电登记表");
    }
}
