package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The boards of the desk show what happens, whatever their connection does meanwhile. */
class BoardsBrowserTest extends BrowserScenario {

    @Test
    @Tag("L3.1")
    void aVisitorOrACallThatComesWhileABoardConnectsIsThere() {
        Page reception = deskOf("manager", "/desk/reception?unit=" + UNIT);
        reception.evaluate("""
            () => {
              document.querySelector('.card.line').isTheSame = true;
              document.addEventListener('htmx:afterRequest', () => (window.loadedAgain = true));
              htmx.trigger(document.querySelector('[data-events]'), 'refresh');
            }\
            """);
        reception.waitForCondition(() -> Boolean.TRUE.equals(reception.evaluate("window.loadedAgain")));
        Assertions.assertThat(reception.evaluate("document.querySelector('.card.line').isTheSame"))
                .as("what is there is not drawn again")
                .isEqualTo(true);

        whileItConnects(reception, () -> arrives("骆先生", "13700000141"));
        assertThat(reception.locator("[data-events]")).containsText("骆先生");

        Page duty = deskOf("manager", "/desk/duty?unit=" + UNIT);
        Ring[] ring = new Ring[1];
        whileItConnects(duty, () -> ring[0] = ringsFrom("13700000142"));
        assertThat(duty.locator("[data-events]")).containsText("响铃");

        // A caller who has waited for hours.
        duty.evaluate("document.querySelector('[data-events]').insertAdjacentHTML('beforeend',"
                + " '<b id=long data-seconds=24557></b>')");
        assertThat(duty.locator("#long")).hasText(Pattern.compile("6:49:[0-9]{2}"));
    }

    @Test
    @Tag("L3.1")
    void aBoardWhoseWorkerNeverStartsHearsByItself() {
        Page reception = screens.open("manager");
        // Never answered, as by a network that loses it.
        reception.route("**/streams-worker.js", route -> {});
        reception.navigate(address("/desk/reception?unit=" + UNIT));
        logIn(reception, "manager");
        arrives("骆先生", "13700000143");
        assertThat(reception.locator("[data-events]")).containsText("骆先生");
    }

    /** The page is loaded again, and this happens after it was written and before it hears of changes. */
    private static void whileItConnects(Page page, Runnable happens) {
        page.route(
                "**/streams.js*",
                route -> {
                    happens.run();
                    route.resume();
                },
                new Page.RouteOptions().setTimes(1));
        page.reload();
    }
}
