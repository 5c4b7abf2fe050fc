package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.rotadesk.leasing.escalation.Escalations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list says whom each task is about, the buttons what they do, and every page leads to the others. */
class TaskListBrowserTest extends BrowserScenario {

    private static final String NUMBER = "13744440001";

    @Autowired
    Escalations escalations;

    @Autowired
    TaskService tasks;

    @Test
    @Tag("L3.7")
    void tasksOfOneKindAreToldApartByOneRequest() {
        List<String> texts = List.of("三层能拆分吗", "一层临街能做餐饮吗", "几点可以装修");
        List<String> ids = texts.stream()
                .map(text -> escalations.raise(UNIT, "zhouyun", null, text))
                .map(question -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(question)
                        .singleResult()
                        .getId())
                .toList();
        Page page = screens.open("manager");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/desk/tasks/subjects")) {
                asked.add(request.url());
            }
        });
        Tasklist.enter(page, address(""), "manager", SECRET);

        page.getByText("本组待领取").click();
        Locator rows = page.locator("ol.tasks-list > li");
        for (String text : texts) {
            assertThat(rows.filter(new Locator.FilterOptions().setHasText(text)))
                    .containsText("答复问题");
        }
        // The first question opened by itself, and its head was asked for before the list was there.
        Assertions.assertThat(asked)
                .as("one request for the whole list")
                .filteredOn(url -> ids.stream().filter(url::contains).count() > 1)
                .singleElement()
                .matches(url -> ids.stream().allMatch(url::contains));
        Assertions.assertThat(asked)
                .as("no request for each row")
                .filteredOn(url -> ids.stream().anyMatch(url::contains))
                .hasSizeLessThan(ids.size());
        Assertions.assertThat(page.locator("body").innerText()).doesNotContain(UNIT);
    }

    @Test
    @Tag("L2.1")
    @Tag("L2.3")
    void anAgentSeesTheCallerAndNothingOfTheEngineAndIsToldWhatWasKept() {
        List<String> next = turnsFromNow();
        Tasklist agent = tasklistOf(next.get(0));
        Page page = agent.page();
        ringsFrom(NUMBER);
        agent.formOf("接听来电");

        // Whatever else this agent has to do: somebody is on the line.
        Locator row = page.locator("ol.tasks-list > li").first();
        assertThat(row).containsText("尾号 0001");
        assertThat(row).hasClass(Pattern.compile("rota-live"));
        assertThat(page.locator(".task-card header")).containsText("尾号 0001");
        Assertions.assertThat(row.innerText()).doesNotContainPattern("\\b(50|150)\\b");
        Assertions.assertThat(page.locator("body").innerText()).doesNotContain(UNIT, "历史", "流程", "描述", "L2.", "归还");
        assertThat(page.locator(".unclaim:visible, .reset-assignee:visible, .meta .groups:visible"))
                .hasCount(0);
        Assertions.assertThat(page.locator(".task-details .fjs-container").boundingBox().y)
                .as("the form begins near the top")
                .isLessThan(200);
        for (int width : List.of(1280, 1440)) {
            page.setViewportSize(width, 900);
            Awaitility.await("the ring stands in one line between the name and the person's own")
                    .atMost(SOON)
                    .until(() -> standsInTheHead(page.locator(".rota-ring"), page));
        }

        pressed(page, "接听");
        agent.formOf("问明来意").tick("咨询招商").tick("没有联系过");
        pressed(page, "记下来意");
        agent.formOf("填写来电登记表").fill("姓名", "周先生").choose("从哪里知道我们", "朋友介绍");
        agent.tick("已把我的姓名和电话留给客户");
        pressed(page, "登记");

        Locator kept = page.locator(".rota-kept-toast");
        assertThat(kept).containsText("已登记来电：周先生 · 尾号 0001");
        ringsAt(next.get(0), "13744440003");
        agent.rings("137 4444 0003");
        assertThat(kept).isVisible();
        kept.getByText("查看").click();
        assertThat(page.locator("main")).containsText("周先生");
        Assertions.assertThat(page.url()).contains("/desk/calls/entry/");
    }

    @Test
    void thoseWhoLookAfterModelsKeepDiagramAndDescription() {
        Ring ring = ringsFrom("13744440002");
        Tasklist administrator = tasklistOf("admin");
        administrator.page().getByText("全部任务").click();
        administrator
                .page()
                .locator("ol.tasks-list > li")
                .filter(new Locator.FilterOptions().setHasText("尾号 0002"))
                .click();
        assertThat(administrator.page().locator(".task-card .nav-tabs"))
                .not()
                .containsText("历史", new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        administrator.showsTheTaskInItsDiagram();
        report(ring.call().callId(), "hungUp");
    }

    @ParameterizedTest
    @CsvSource({"zhouyun,广安", "manager,广安", "owner,''", "admin,''"})
    void theDeskAndTheTasksLeadToOneAnother(String login, String unit) {
        Page page = tasklistOf(login).page();
        leadsToTheDeskAndBack(page, login, unit);
        page.setViewportSize(390, 844);
        page.reload();
        leadsToTheDeskAndBack(page, login, unit);
    }

    private static void leadsToTheDeskAndBack(Page page, String login, String unit) {
        assertThat(page).hasTitle(Pattern.compile("^待办任务 · " + unit + ".*轮值台$"));
        assertThat(page.locator(".navbar-brand")).hasText("轮值台");

        page.locator(".rota-ways")
                .getByText("首页", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".brand")).hasText("轮值台");
        assertThat(page).hasTitle(Pattern.compile("^[^●]* · 轮值台$"));
        Locator menu = page.getByRole(AriaRole.NAVIGATION);
        assertThat(menu.getByText("流程监控")).hasCount(login.equals("owner") || login.equals("admin") ? 1 : 0);
        menu.getByText("待办任务").click();
        assertThat(page.locator(".rota-ways")).isVisible();
    }

    @Test
    void theWayToOnesAccountIsOurs() {
        Page page = tasklistOf("manager").page();
        page.locator(".account > a").click();
        page.locator(".account .profile a").click();
        assertThat(page.locator("main")).containsText("密码");
        Assertions.assertThat(page.url()).endsWith("/account/password");
    }

    private static boolean standsInTheHead(Locator ring, Page page) {
        BoundingBox banner = ring.boundingBox();
        BoundingBox ways = page.locator(".rota-ways").boundingBox();
        BoundingBox own = page.locator(".rota-sound").boundingBox();
        return banner.height < own.height * 2
                && banner.y < own.y
                && banner.x >= ways.x + ways.width
                && banner.x + banner.width <= own.x;
    }

    private static void pressed(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
