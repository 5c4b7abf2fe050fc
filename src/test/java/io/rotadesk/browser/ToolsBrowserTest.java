package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an agent needs is beside the form, and what was typed there stays. */
class ToolsBrowserTest extends BrowserScenario {

    private static final String NUMBER = "13711110000";

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
        page.keyboard().type("停车");
        assertThat(panel.locator("details[open] .text").first()).containsText("停车");
        assertThat(panel.locator(".mark")).hasCount(0);
        panel.locator("input[type=search]").fill("折扣");
        assertThat(panel.locator("details.sensitive .mark").first()).containsText("敏感");

        assertThat(agent.valueOf("姓名")).isEqualTo("周先生");
        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        // The cursor is back in the form.
        assertThat(page.locator("textarea:focus, input:focus")).hasValue("想要一层临街");
        assertThat(agent.valueOf("姓名")).isEqualTo("周先生");
    }

    /** From the ring to the register form. */
    private static Tasklist registers(Tasklist agent) {
        agent.formOf("接听来电").complete("接听来电");
        agent.formOf("问明来意").tick("咨询招商").tick("没有联系过").complete("问明来意");
        return agent.formOf("填写来电登记表");
    }
}
