package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.escalation.Escalations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The manager looks at the home page, and things happen. */
class LeaderHomeBrowserTest extends BrowserScenario {

    @Autowired
    Escalations escalations;

    @Test
    @Tag("L2.1")
    void aCallThatNobodyTookAppearsByItselfAndIsGivenToAColleagueInTwoClicks() {
        Page home = home();
        Ring ring = nobodyTakes("13700000031");

        Locator caller = item(home, "尾号 0031");
        assertThat(caller).containsText("来电无人接听");
        assertThat(home.locator("[data-notices]")).not().isEmpty();
        assertThat(home.locator(".rota-toast").filter(new Locator.FilterOptions().setHasText("尾号 0031")))
                .isHidden();
        Locator another = caller.locator("label.free").nth(1);
        String name = another.locator("b").textContent();

        another.click();
        caller.locator("button").click();

        assertThat(home.locator("#home-said")).containsText("已请 " + name + " 接听这个来电");
        assertThat(caller).isHidden();
        assertThat(home.locator("#talks")).containsText(name + " 接了");
        Call call = entry(ring.call(), one -> one.state() == CallState.ANSWERED, SOON);
        assertThat(nameOf(call.talk().agent())).isEqualTo(name);
        assertThat(home.evaluate("window.loadedOnce")).isEqualTo(true);
    }

    @Test
    @Tag("L3.7")
    void anAnswerStaysInHandsWhateverHappensMeanwhile() {
        String agent = turnsFromNow().get(0);
        Page home = home();
        String question = escalations.raise(UNIT, agent, null, "顶层能不能开餐饮？");
        Locator answer = item(home, "顶层能不能开餐饮").locator("textarea");
        answer.fill("可以，但是");
        answer.focus();

        Ring ring = nobodyTakes("13700000032");
        Locator caller = item(home, "尾号 0032");
        assertThat(caller).isVisible();
        assertThat(answer).hasValue("可以，但是");
        assertThat(answer).isFocused();

        caller.locator("button").click();
        assertThat(caller).isHidden();
        assertThat(answer).hasValue("可以，但是");
        entry(ring.call(), one -> one.state() == CallState.ANSWERED, SOON);

        home.reload();
        assertThat(answer).hasValue("可以，但是");

        answer.fill("可以，但是要有排烟。");
        item(home, "顶层能不能开餐饮").locator("button").click();
        assertThat(home.locator("#home-said")).containsText("已答复");
        assertThat(item(home, "顶层能不能开餐饮")).isHidden();
        assertThat(escalations.get(question).answer()).isEqualTo("可以，但是要有排烟。");
        remove(ManagerEscalation.PROCESS, question);
    }

    private Page home() {
        Page page = screens.open("manager");
        page.navigate("http://localhost:" + port + "/desk");
        page.locator("input[name=username]").fill("manager");
        page.locator("input[name=password]").fill(SECRET);
        page.keyboard().press("Enter");
        assertThat(page.locator("#needs")).isVisible();
        page.evaluate("window.loadedOnce = true");
        return page;
    }

    private static Locator item(Page home, String text) {
        return home.locator("#needs-list > li").filter(new Locator.FilterOptions().setHasText(text));
    }

    private Ring nobodyTakes(String number) {
        Ring ring = ringsFrom(number);
        while (register.get(ring.call()).state() == CallState.RINGING) {
            report(ring.call().callId(), "noAnswer");
        }
        assertThat(register.get(ring.call()).state()).isEqualTo(CallState.UNASSIGNED);
        return ring;
    }
}
