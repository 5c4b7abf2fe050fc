package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A phone rings at an agent who looks at a desk page, or has several pages open. */
class RingEverywhereBrowserTest extends BrowserScenario {

    private static final Pattern TITLE_OF_A_RING = Pattern.compile("^● 接听来电.*");

    @Test
    @Tag("L2.1")
    void aRingIsSeenOnADeskPageAndOneKeyOpensItInTasklist() {
        Page handbook = deskOf(turnsFromNow().get(0), "/desk/handbook");

        ringsFrom("13700000021");

        assertThat(ring(handbook)).containsText("接听来电");
        assertThat(ring(handbook)).containsText("137 0000 0021");
        assertThat(ring(handbook)).containsText("还剩");
        assertThat(handbook).hasTitle(TITLE_OF_A_RING);
        handbook.keyboard().press("Alt+a");
        assertThat(handbook.locator(".task-details")
                        .getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("接听来电")))
                .isVisible();
    }

    @Test
    void textTypedOnADeskPageIsThereAgainAfterTheCall() {
        Page reception = deskOf(turnsFromNow().get(0), "/desk/reception?lang=en");
        reception.locator("#visitorName").fill("巫马先生");

        ringsFrom("13700000022");

        assertThat(ring(reception)).containsText("s left");
        ring(reception)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open"))
                .click();
        assertThat(reception.locator(".task-details .fjs-container")).isVisible();
        reception.navigate(address("/desk/reception?lang=en"));
        assertThat(reception.locator("#visitorName")).hasValue("巫马先生");
    }

    @Test
    void oneOfSeveralPagesSoundsAndAllFallSilentWhenTheRingIsOver() {
        String agent = turnsFromNow().get(0);
        Page desk = deskOf(agent, "/desk/handbook");
        Page other = desk.context().newPage();
        other.navigate(address("/desk/calls"));
        Page tasklist = desk.context().newPage();
        tasklist.navigate(address("/camunda/app/tasklist/"));
        List<Page> pages = List.of(desk, other, tasklist);
        pages.forEach(page -> {
            assertThat(page.locator(".rota-sound")).isVisible();
            // A browser lets a page sound after somebody has used it.
            page.keyboard().press("Shift");
        });

        Ring ring = ringsFrom("13700000023");

        pages.forEach(page -> assertThat(ring(page)).isVisible());
        Awaitility.await().atMost(SOON).until(() -> sounding(pages) == 1);
        Awaitility.await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> sounding(pages) == 1);
        report(ring.call().callId(), "hungUp");
        pages.forEach(page -> assertThat(ring(page)).isHidden());
        Awaitility.await().atMost(SOON).until(() -> sounding(pages) == 0);
        pages.forEach(page -> assertThat(page).not().hasTitle(TITLE_OF_A_RING));
    }

    @Test
    @Tag("L2.1")
    void aRingThatMovesOnIsSeenAtTheNextAgentAndGoneAtTheFirst() {
        // Three rings here; a minute would be as long as the patience of the test.
        ringTime(null);
        List<String> order = turnsFromNow();
        Page first = deskOf(order.get(0), "/desk/calls");
        Page second = deskOf(order.get(1), "/desk/handbook");

        ringsFrom("13700000024");
        ringTime("20s");

        assertThat(ring(first)).containsText("137 0000 0024");
        assertThat(ring(second)).containsText("137 0000 0024");
        assertThat(ring(first)).isHidden();
        assertThat(first).not().hasTitle(TITLE_OF_A_RING);
        assertThat(second).hasTitle(TITLE_OF_A_RING);
    }

    @Test
    void anotherPageSoundsWhenNothingIsHeardOfTheOneThatMaySound() {
        Page desk = deskOf(turnsFromNow().get(0), "/desk/handbook");
        Page other = desk.context().newPage();
        other.navigate(address("/desk/calls"));
        assertThat(other.locator(".rota-sound")).isVisible();
        other.keyboard().press("Shift");
        other.waitForFunction("async () => (await import('/desk/streams.js')).isLeader()");
        desk.keyboard().press("Shift");
        // Like a page that has crashed: nothing is heard of it any more.
        other.evaluate("() => { MessagePort.prototype.postMessage = () => {}; }");

        ringsFrom("13700000026");

        assertThat(desk.locator(".rota-sound.sounding")).isVisible();
    }

    @Test
    void eightPagesOfOneBrowserAllHearOfARing() {
        Page first = deskOf(turnsFromNow().get(0), "/desk/duty");
        List<Page> pages = new ArrayList<>(List.of(first));
        while (pages.size() < 8) {
            Page page = first.context().newPage();
            page.navigate(address("/desk/duty"));
            pages.add(page);
        }

        ringsFrom("13700000025");

        pages.forEach(page -> assertThat(ring(page)).containsText("137 0000 0025"));
    }

    private static Locator ring(Page page) {
        return page.locator(".rota-ring");
    }

    private static long sounding(List<Page> pages) {
        return pages.stream()
                .filter(page -> page.locator(".rota-sound.sounding").count() > 0)
                .count();
    }
}
