package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was typed into a form is there again, whatever came between. */
class DraftBrowserTest extends BrowserScenario {

    private static final String REGISTER = "填写来电登记表";

    @Test
    @Tag("L2.3")
    void aHalfFilledRegisterSurvivesTheNextRing() {
        String login = turnsFromNow().get(0);
        Tasklist agent = tasklistOf(login);
        Ring first = register(agent, "13700000031");
        agent.type("姓名", "周先生").type("经营业态", "火锅").type("备注", "想要一层临街 300 平");

        // The agent answers the next call before the register is sent.
        report(first.call().callId(), "hungUp");
        Ring next = ringsAt(login, "13700000032");
        agent.rings("137 0000 0032").opensTheRing().formOf("接听来电").complete("接听来电");
        agent.formOf("问明来意")
                .tick("其他事情")
                .fill("谁打来的", "物业公司")
                .fill("什么事", "停车证")
                .complete("问明来意");
        entry(next.call(), call -> call.state() == CallState.OTHER, SOON);

        agent.open(REGISTER);
        assertThat(List.of(agent.valueOf("姓名"), agent.valueOf("经营业态"), agent.valueOf("备注")))
                .containsExactly("周先生", "火锅", "想要一层临街 300 平");
        agent.tap("已把我的姓名和电话留给客户").tapComplete(REGISTER);

        Call entry = entry(first.call(), call -> call.state() == CallState.REGISTERED, SOON);
        assertThat(entry.written().customerName()).isEqualTo("周先生");
        assertThat(entry.written().remarks()).isEqualTo("想要一层临街 300 平");
        Awaitility.await().atMost(SOON).until(() -> !typed(login).contains("周先生"));
    }

    @Test
    @Tag("L2.3")
    void aHalfFilledRegisterSurvivesAReloadTheEndOfTheSessionAndAnotherComputer() {
        String login = turnsFromNow().get(0);
        Tasklist agent = tasklistOf(login);
        Ring ring = register(agent, "13700000033");
        agent.type("姓名", "吴女士").tap("已把我的姓名和电话留给客户");
        Awaitility.await().atMost(SOON).until(() -> typed(login).contains("吴女士"));

        agent.page().reload();
        assertThat(agent.formOf(REGISTER).valueOf("姓名")).isEqualTo("吴女士");

        Page page = agent.page();
        page.context().clearCookies();
        agent.type("备注", "会话已经结束");
        page.navigate(page.url());
        page.reload();
        logIn(page, login);
        agent.open(REGISTER);
        assertThat(List.of(agent.valueOf("姓名"), agent.valueOf("备注"))).containsExactly("吴女士", "会话已经结束");

        Awaitility.await().atMost(SOON).until(() -> typed(login).contains("会话已经结束"));
        Tasklist elsewhere = tasklistOf(login);
        elsewhere.open(REGISTER);
        assertThat(List.of(elsewhere.valueOf("姓名"), elsewhere.valueOf("备注"))).containsExactly("吴女士", "会话已经结束");

        elsewhere.tapComplete(REGISTER);
        Call entry = entry(ring.call(), call -> call.state() == CallState.REGISTERED, SOON);
        assertThat(entry.written().remarks()).isEqualTo("会话已经结束");
    }

    @Test
    void aFormThatStartsAProcessSurvivesAReload() {
        String login = turnsFromNow().get(0);
        Tasklist agent = tasklistOf(login);
        agent.start("来访接待").type("客人姓名", "巫马先生");
        Awaitility.await().atMost(SOON).until(() -> typed(login).contains("巫马先生"));

        // The page opens the form again by itself.
        agent.page().reload();
        PlaywrightAssertions.assertThat(agent.page().getByLabel("客人姓名")).hasValue("巫马先生");

        agent.closeStartForm();
        Awaitility.await().atMost(SOON).until(() -> !typed(login).contains("巫马先生"));
    }

    /** Browsers send 64 kB for a page that is gone. */
    @Test
    void aLongTextIsAskedForBeforeThePageIsLeftAndIsSentTheNextTime() {
        String login = turnsFromNow().get(0);
        Tasklist agent = tasklistOf(login);
        Page page = agent.page();
        agent.start("请示经理");
        // The server does not answer any more.
        page.evaluate("() => { window.fetch = () => new Promise(() => {}); }");
        agent.fill("问题", "长".repeat(30_000));
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });

        page.waitForClose(() -> page.close(new Page.CloseOptions().setRunBeforeUnload(true)));

        assertThat(asked).containsExactly("beforeunload");
        page.context().newPage().navigate(address("/camunda/app/tasklist/"));
        Awaitility.await().atMost(SOON).until(() -> typed(login).contains("长长长"));
    }

    @Test
    void aFormThatIsOnlyLookedAtIsNoDraft() {
        String login = turnsFromNow().get(0);
        Tasklist agent = tasklistOf(login);
        Ring ring = register(agent, "13700000034");

        // The page tells the server one after another: whatever it had to tell of the register came before this.
        agent.start("来访接待").type("客人姓名", "郑先生");
        Awaitility.await().atMost(SOON).until(() -> typed(login).contains("郑先生"));
        assertThat(database.sql("select form from task_draft where login = ? and changed_at >= ?")
                        .params(login, Timestamp.from(began))
                        .query(String.class)
                        .list())
                .allMatch(form -> form.startsWith("start:"));

        agent.closeStartForm();
        agent.formOf(REGISTER).tap("客户不愿留电话").tap("已把我的姓名和电话留给客户").tapComplete(REGISTER);
        entry(ring.call(), call -> call.state() == CallState.REGISTERED, SOON);
    }

    @Test
    void aPageThatIsSentAfterTheSessionHasEndedGoesOnAfterTheLogin() {
        Page page = screens.open("manager");
        page.navigate(address("/desk/reception"));
        logIn(page, "manager");
        page.locator("#visitorName").fill("欧阳女士");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));

        page.locator("#announce button.primary").click();
        logIn(page, "manager");

        Awaitility.await()
                .atMost(SOON)
                .until(() -> database.sql("select count(*) from visit_register where visitor_name = '欧阳女士'")
                                .query(Integer.class)
                                .single()
                        == 1);
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/desk/reception.*"));
    }

    private Ring register(Tasklist agent, String number) {
        Ring ring = ringsFrom(number);
        agent.formOf("接听来电").complete("接听来电");
        agent.formOf("问明来意").tick("咨询招商").tick("没有联系过").complete("问明来意");
        agent.formOf(REGISTER);
        return ring;
    }

    private String typed(String login) {
        return database.sql("select coalesce(string_agg(typed, ' '), '') from task_draft where login = ?")
                .param(login)
                .query(String.class)
                .single();
    }
}
