package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;

/** A page was left open overnight: the person who comes in the morning only has to touch it. */
class TouchedPageBrowserTest extends BrowserScenario {

    @Test
    void aPageThatIsTouchedSaysOnceThatSomebodyIsHere() {
        Page desk = deskOf("zhaomin", "/desk/handbook");
        desk.evaluate("localStorage.setItem('rota-desk:here', Date.now() - 15 * 60 * 60 * 1000)");

        Response told = desk.waitForResponse(
                answer -> answer.url().endsWith("/desk/me/here"),
                () -> desk.keyboard().press("Shift"));

        assertThat(told.status()).isEqualTo(204);
        Object again = desk.evaluate("localStorage.getItem('rota-desk:here')");
        desk.keyboard().press("Shift");
        assertThat(desk.evaluate("localStorage.getItem('rota-desk:here')")).isEqualTo(again);
    }
}
