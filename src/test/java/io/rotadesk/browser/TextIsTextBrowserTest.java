package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Texts of strangers at the kiosk, as Tasklist shows them. */
class TextIsTextBrowserTest extends BrowserScenario {

    @Test
    void aVisitorsNameIsShownAsItWasWritten() {
        String name = "[请点这里](https://evil.example/a) ![x](/b.png) <img src=x> www.evil.example a@evil.example **粗**";
        Tasklist agent = tasklistOf(nextToReceive());
        var key = arrives(name, "13812340088");
        agent.formOf("迎接客人").says(name);

        Locator texts = agent.page().locator(".task-details .fjs-form-field-text");
        assertThat(texts.filter(new Locator.FilterOptions().setHasText("evil.example"))
                        .locator("a, img, h1, code, em"))
                .hasCount(0);
        assertThat(texts.locator("a[href*='evil'], img")).hasCount(0);

        agent.tick("没有").complete("迎接客人");
        agent.formOf("确认租赁意向").says(name);
        assertThat(texts.locator("a[href*='evil'], img")).hasCount(0);
        Assertions.assertThat(visit(key, visit -> true).announced().name()).isEqualTo(name);
    }
}
