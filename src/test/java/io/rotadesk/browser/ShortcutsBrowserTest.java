package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of shortcuts has those that work, and each of them works. */
class ShortcutsBrowserTest extends BrowserScenario {

    @Autowired
    TaskService tasks;

    @Test
    void eachShortcutOfTheListHasItsEffect() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Page page = agent.page();
        Ring ring = ringsFrom("13900007741");
        agent.formOf("接听来电");
        Map<String, Runnable> effects = new LinkedHashMap<>();
        effects.put("Alt+A", () -> {
            agent.formOf("问明来意");
            // A digit answers the question in which the cursor stands.
            assertThat(page.getByLabel("咨询招商")).isFocused();
        });
        effects.put("1–9", () -> assertThat(page.getByLabel("咨询招商")).isChecked());
        effects.put("F2", () -> assertThat(panel(page)).hasAttribute("aria-label", "答客问"));
        effects.put("F4", () -> assertThat(panel(page)).hasAttribute("aria-label", "查归属"));
        effects.put("F9", () -> assertThat(panel(page)).hasAttribute("aria-label", "问经理"));
        effects.put(
                "Ctrl+Alt+L",
                () -> assertThat(page.locator(".tasks-list :focus")).hasCount(1));
        effects.put(
                "Ctrl+Shift+F",
                () -> assertThat(page.locator(".task-filters :focus")).containsText("我的任务"));
        effects.put("Ctrl+Alt+F", () -> assertThat(page.getByLabel("咨询招商")).isFocused());
        effects.put("Ctrl+Alt+P", () -> {
            assertThat(page.locator(".modal-dialog .processes")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator(".modal-dialog")).isHidden();
        });
        effects.put("Ctrl+/", () -> {
            assertThat(page.locator(".modal-dialog .cam-table")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator(".modal-dialog")).isHidden();
        });
        effects.put("Ctrl+Enter", () -> agent.complains("此项必填。"));
        effects.put("Ctrl+Alt+C", () -> Assertions.assertThat(claimedBy(ring)).isEqualTo(ring.agent()));

        page.keyboard().press("Control+/");
        List<String> listed = page.locator(".modal-dialog tbody td:first-child").allTextContents();
        assertThat(page.locator(".modal-dialog tbody")).containsText("选第几项");
        page.keyboard().press("Escape");
        assertThat(page.locator(".modal-dialog")).isHidden();

        Assertions.assertThat(listed).containsExactlyInAnyOrderElementsOf(effects.keySet());
        effects.forEach((key, effect) -> {
            if (key.equals("Ctrl+Alt+C")) {
                giveBack(ring, page);
            }
            page.keyboard().press(asPressed(key));
            effect.run();
        });
        forget(ring);
    }

    @Test
    void theListIsInEnglishToo() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        agent.page().addInitScript("Object.defineProperty(navigator, 'languages', {get: () => ['en']})");
        agent.page().reload();
        assertThat(agent.page().locator(".rota-sound")).isVisible();
        // The lists too, which have the name of the product's language in the engine.
        assertThat(agent.page().locator(".task-filters")).containsText("My team's, unclaimed");
        assertThat(agent.page().locator(".task-filters")).not().containsText("我的任务");

        agent.page().keyboard().press("Control+/");

        Locator list = agent.page().locator(".modal-dialog tbody");
        assertThat(list).containsText("opens what rings; pressed again, takes it");
        Assertions.assertThat(list.textContent()).doesNotContainPattern("\\p{IsHan}");
    }

    private void giveBack(Ring ring, Page page) {
        String task = taskOf(ring).getId();
        tasks.setAssignee(task, null);
        tasks.addCandidateUser(task, ring.agent());
        page.reload();
        assertThat(page.locator(".task-details [ng-click='claim()']")).isVisible();
    }

    private String claimedBy(Ring ring) {
        return Awaitility.await().atMost(SOON).until(() -> taskOf(ring).getAssignee(), Objects::nonNull);
    }

    private Task taskOf(Ring ring) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ring.call().callId())
                .singleResult();
    }

    private static Locator panel(Page page) {
        return page.locator(".rota-tools");
    }

    /** A digit stands for all; Playwright writes Ctrl in full. */
    private static String asPressed(String key) {
        return key.equals("1–9")
                ? "1"
                : key.replace("Ctrl", "Control")
                        .replaceAll("\\+([A-Z])$", "+Key$1")
                        .replace("+KeyA", "+a");
    }
}
