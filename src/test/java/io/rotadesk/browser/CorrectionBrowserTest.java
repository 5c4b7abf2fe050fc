package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.staff.unit.Agent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agent notes what a caller wanted from a colleague, and puts right what was written wrongly. */
class CorrectionBrowserTest extends BrowserScenario {

    @Test
    @Tag("L2.2b")
    void theColleagueReadsTheNoteOfACallerWhoWantedSomethingElse() {
        String login = turnsFromNow().get(0);
        String colleague = agents.inUnit(UNIT).stream()
                .filter(agent -> !agent.left())
                .map(Agent::login)
                .filter(other -> !other.equals(login))
                .findFirst()
                .orElseThrow();
        Tasklist agent = tasklistOf(login);
        Ring ring = ringsFrom("13700000061");
        agent.formOf("接听来电").complete("接听来电");
        agent.formOf("问明来意")
                .tick("其他事情")
                .fill("谁打来的", "邮局刘师傅")
                .fill("什么事", "有一件挂号信")
                .choose("转告哪一位（可不选）", nameOf(colleague))
                .complete("问明来意");
        entry(ring.call(), call -> call.state() == CallState.OTHER, SOON);

        Page theirs = tasklistOf(colleague).page();
        theirs.navigate(address("/desk/notes"));
        Locator line = theirs.locator("table.notes tr").filter(new Locator.FilterOptions().setHasText("邮局刘师傅"));
        assertThat(line).containsText("还没有看");
        line.getByRole(AriaRole.LINK).first().click();
        assertThat(theirs.locator("main")).containsText("有一件挂号信");
        button(theirs, "看过了").click();
        assertThat(theirs.locator("main .badge")).containsText("看过");
        assertThat(button(theirs, "看过了")).isHidden();

        agent.page().navigate(address("/desk/calls/entry/" + ring.call()));
        assertThat(agent.page().locator("main")).containsText("有一件挂号信");
        assertThat(agent.page().locator("main .badge.ok").filter(new Locator.FilterOptions().setHasText("看过")))
                .isVisible();
    }

    @Test
    @Tag("L2.3")
    void anEntryIsCorrectedAndTheSecondOneSeesBothVersions() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("13700000062");
        agent.formOf("接听来电").complete("接听来电");
        agent.formOf("问明来意").tick("咨询招商").tick("没有联系过").complete("问明来意");
        agent.formOf("填写来电登记表")
                .fill("姓名", "赫先生")
                .tick("位置")
                .tick("已把我的姓名和电话留给客户")
                .complete("填写来电登记表");
        entry(ring.call(), call -> call.state() == CallState.REGISTERED, SOON);
        Page manager = tasklistOf("manager").page();
        Page own = agent.page();
        for (Page page : new Page[] {manager, own}) {
            page.navigate(address("/desk/calls/entry/" + ring.call()));
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("更正").setExact(true))
                    .click();
            assertThat(page.getByLabel("姓名")).hasValue("赫先生");
            assertThat(page.getByLabel("位置")).isChecked();
        }

        own.getByLabel("姓名").fill("何先生");
        button(own, "保存更正").click();
        assertThat(own.getByLabel("为什么更正")).isFocused();
        own.getByLabel("为什么更正").fill("听错了");
        button(own, "保存更正").click();
        assertThat(own.locator("main")).containsText("已更正，原来的内容保留在“更正记录”里。");
        assertThat(own.locator(".corrections")).containsText("听错了");
        assertThat(own.locator(".corrections .changes tbody tr")).hasCount(1);

        manager.getByLabel("姓名").fill("贺先生");
        manager.getByLabel("为什么更正").fill("客户来信这样写");
        button(manager, "保存更正").click();
        assertThat(manager.locator(".overtaken")).containsText("先更正了这条登记");
        assertThat(manager.locator(".overtaken .changes")).containsText("何先生");
        assertThat(manager.getByLabel("姓名")).hasValue("贺先生");
        assertThat(manager.getByLabel("为什么更正")).hasValue("客户来信这样写");
        button(manager, "仍按我写的保存").click();
        assertThat(manager.locator(".corrections .correction")).hasCount(2);

        var written = register.get(ring.call()).written();
        assertThat(written.customerName()).isEqualTo("贺先生");
        assertThat(written.customerPhone()).isEqualTo("+8613700000062");
        assertThat(written.interests()).contains("location");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
