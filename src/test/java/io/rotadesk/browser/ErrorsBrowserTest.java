package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What went wrong is said in a sentence above the button that was pressed, covers nothing, and can be closed. */
class ErrorsBrowserTest extends BrowserScenario {

    @Test
    void aStartFormThatIsRefusedSaysWhyAboveItsButton() {
        Tasklist agent = tasklistOf("zhouyun");
        agent.start("认领客户").fill("客户", "13799990002").fill("理由", "展会上留了名片给我");
        startPressed(agent.page());

        Locator error = error(agent.page());
        assertThat(error).containsText("本部门没有这位客户，请核对电话号码或客户编号。");
        assertThat(error).not().containsText("Cannot instantiate");
        isAboveItsButton(error, agent.page().locator(".modal-footer .btn-primary"));
        Assertions.assertThat(agent.valueOf("客户")).isEqualTo("13799990002");
        error.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("关闭"))
                .click();
        assertThat(error).isHidden();
        agent.closeStartForm();
    }

    @Test
    void withoutTheNetworkNothingIsLostAndItGoesOnWhenItIsBack() {
        Tasklist agent = asksTheCaller("13700000096");
        agent.tick("咨询招商").tick("没有联系过");
        Page page = agent.page();

        page.context().setOffline(true);
        complete(page).click();

        assertThat(error(page)).containsText("连不上服务器");
        assertThat(error(page)).not().containsText("Request");
        page.context().setOffline(false);
        // The list is asked for again by itself.
        assertThat(page.locator(".rota-error")).hasCount(0);
        assertThat(page.getByLabel("咨询招商")).isChecked();
        agent.complete("问明来意");
    }

    @Test
    void aServerThatStartsAgainAndAFieldThatItRefusesAreToldOnAPhone() {
        Tasklist agent = asksTheCaller("13700000097");
        agent.tick("咨询招商").tick("没有联系过");
        Page page = agent.page();
        page.setViewportSize(390, 844);
        String[] answers = {"<html><body>Bad Gateway</body></html>", """
            {"message": "请更正后再提交：“客户来意”必须再选一次。", "fields": [{"field": "enquiry", "message": "“客户来意”必须再选一次"}]}"""};
        int[] asked = {0};
        page.route("**/submit-form", route -> answer(route, answers, asked[0]++));

        Locator complete = complete(page);
        complete.click();
        assertThat(error(page)).containsText("服务器正在重新启动");
        assertThat(error(page)).not().containsText("Bad Gateway");
        isAboveItsButton(error(page), complete);
        complete.click();
        assertThat(error(page)).containsText("“客户来意”必须再选一次");
        assertThat(page.locator(".rota-blamed")).isVisible();
        assertThat(complete).isEnabled();
        page.unroute("**/submit-form");
        agent.complete("问明来意");
    }

    private static void answer(Route route, String[] answers, int which) {
        boolean html = answers[which].startsWith("<");
        route.fulfill(new Route.FulfillOptions()
                .setStatus(html ? 502 : 400)
                .setContentType(html ? "text/html" : "application/json")
                .setBody(answers[which]));
    }

    /** An agent has picked up and is about to ask. */
    private Tasklist asksTheCaller(String number) {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        ringsFrom(number);
        agent.formOf("接听来电").complete("接听来电");
        return agent.formOf("问明来意");
    }

    private static void startPressed(Page page) {
        page.locator(".modal-footer .btn-primary").click();
    }

    private static Locator complete(Page page) {
        return page.locator(".task-details button[ng-click='complete()']");
    }

    private static Locator error(Page page) {
        return page.locator(".modal-footer > .rota-error, .form-actions > .rota-error");
    }

    private static void isAboveItsButton(Locator error, Locator button) {
        assertThat(error).isInViewport();
        assertThat(button).isInViewport();
        BoundingBox said = error.boundingBox();
        Assertions.assertThat(said.y + said.height).isLessThanOrEqualTo(button.boundingBox().y);
    }
}
