package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Tasklist during a call: axe finds nothing that keeps people out or costs them much, in our forms and windows and in Tasklist's own
 * frame, to which {@code accessible.js} adds names and landmarks. Its order of headings is left as it is: a moderate finding.
 */
class AccessibleTasklistBrowserTest extends BrowserScenario {

    private final List<String> findings = new ArrayList<>();

    @Test
    void nothingKeepsAnybodyOutOfTasklistDuringACall() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Page page = agent.page();
        look(page, "an empty list");
        Ring ring = ringsFrom("13700000092");
        agent.formOf("接听来电");
        look(page, "a ring");
        agent.complete("接听来电");
        agent.formOf("问明来意");
        look(page, "a form");
        for (String key : List.of("F2", "F4", "F9")) {
            page.keyboard().press(key);
            assertThat(page.locator(".rota-tools")).isVisible();
            look(page, "the tools of " + key);
            page.keyboard().press("Escape");
        }
        agent.start("认领客户");
        look(page, "a start form");
        agent.closeStartForm();
        page.locator(".rota-presence").first().click();
        look(page, "the person's own presence");
        page.locator(".rota-presence").first().click();
        page.setViewportSize(390, 844);
        look(page, "a phone");
        report(ring.call().callId(), "hungUp");
        Assertions.assertThat(findings).isEmpty();
    }

    @Test
    void norOfWhatWentWrong() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Page page = agent.page();
        agent.start("认领客户").fill("客户", "13799990001").fill("理由", "展会上留了名片给我");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".rota-error")).isVisible();
        look(page, "a refused form");
        Assertions.assertThat(findings).isEmpty();
    }

    private void look(Page page, String what) {
        Axe.graveOn(page).forEach(finding -> findings.add(what + ": " + finding));
    }
}
