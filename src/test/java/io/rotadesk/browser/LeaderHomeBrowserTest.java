package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.escalation.EscalationAnswers;
import io.rotadesk.leasing.escalation.Escalations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The manager looks at the home page, and things happen. */
class LeaderHomeBrowserTest extends BrowserScenario {

    @Autowired
    Escalations escalations;

    @Autowired
    EscalationAnswers answers;

    @Test
    @Tag("L2.1")
    void aCallThatNobodyTookAppearsByItselfAndIsGivenToAColleagueInTwoClicks() {
        Page home = home();
        List<Ring> rings = new ArrayList<>();
        home.waitForResponse(
                response -> response.url().endsWith("/desk/notices/unread")
                        && response.text().contains("0031"),
                () -> rings.add(nobodyTakes("13700000031")));
        Ring ring = rings.get(0);

        Locator caller = item(home, "尾号 0031");
        assertThat(caller).containsText("来电无人接听");
        assertThat(caller.locator("[data-seconds]")).hasText(Pattern.compile("[0-9]+:[0-9]{2}"));
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
        Page home = home();
        String question = asks("顶层能不能开餐饮？");
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
    }

    @Test
    @Tag("L3.7")
    void anAnswerThatCameTooLateStaysAndWhatIsFinishedGoes() {
        Page home = home();
        String first = asks("能不能转租？");
        String second = asks("能不能晚一个月起租？");
        Locator late = item(home, "能不能转租");
        Locator typed = late.locator("textarea");
        typed.fill("不可以，除非");
        assertThat(item(home, "能不能晚一个月起租")).isVisible();

        answers.answer(second, "可以。", false, "admin");
        answers.answer(first, "不可以。", false, "admin");

        assertThat(item(home, "能不能晚一个月起租")).isHidden();
        assertThat(late.locator(".gone-note")).isVisible();
        asks("能不能装新的招牌？");
        assertThat(item(home, "能不能装新的招牌")).isVisible();
        assertThat(item(home, "能不能装新的招牌").locator(".gone-note")).isHidden();

        late.locator("button").click();
        assertThat(home.locator("#home-said")).containsText("已经答复：不可以。");
        assertThat(typed).hasValue("不可以，除非");
        assertThat(home.evaluate(
                        "Object.keys(sessionStorage).filter(key => sessionStorage[key].includes('除非')).length"))
                .isEqualTo(1);
    }

    @Test
    @Tag("L2.1")
    void aCallerWhoHasHungUpGoesWhoeverWasChosen() {
        Page home = home();
        Ring ring = nobodyTakes("13700000033");
        Locator caller = item(home, "尾号 0033");
        caller.locator("label.person").nth(1).click();
        assertThat(caller.locator("input").and(home.locator(":checked"))).isFocused();

        report(ring.call().callId(), "hungUp");

        assertThat(caller).isHidden();
    }

    @Test
    void aButtonIsInHandsWhileThePageIsUpdated() {
        Page home = home();
        Ring ring = nobodyTakes("13700000034");
        Locator caller = item(home, "尾号 0034");
        Locator later = caller.locator("a");
        later.focus();
        updated(home, "能不能先装修？");
        assertThat(item(home, "能不能先装修")).isVisible();
        assertThat(later).isFocused();

        BoundingBox give = caller.locator("button").boundingBox();
        home.mouse().move(give.x + give.width / 2, give.y + give.height / 2);
        home.mouse().down();
        updated(home, "能不能分期付押金？");
        assertThat(item(home, "能不能分期付押金")).isHidden();
        home.mouse().up();

        assertThat(home.locator("#home-said")).containsText("接听这个来电");
        assertThat(item(home, "能不能分期付押金")).isVisible();
        entry(ring.call(), one -> one.state() == CallState.ANSWERED, SOON);
    }

    @Test
    void aQuestionThatComesWhileThePageConnectsIsThere() {
        Page home = home();
        home.route(
                "**/streams.js*",
                route -> {
                    asks("能不能早一天进场？");
                    route.resume();
                },
                new Page.RouteOptions().setTimes(1));

        home.reload();

        assertThat(item(home, "能不能早一天进场")).isVisible();
    }

    @Test
    void aQuestionThatComesWhileThePageIsLoadedAgainIsThere() {
        Page home = home();
        List<Route> held = new ArrayList<>();
        home.route("**/desk/home/part*", held::add, new Page.RouteOptions().setTimes(1));
        home.reload();
        home.waitForCondition(() -> !held.isEmpty());
        APIResponse before = held.get(0).fetch();

        home.waitForResponse(response -> response.url().endsWith("/desk/notices/unread"), () -> asks("能不能换一个铺位？"));
        home.evaluate("htmx.trigger('#home-part', 'refresh')");
        held.get(0).fulfill(new Route.FulfillOptions().setResponse(before));

        assertThat(item(home, "能不能换一个铺位")).isVisible();
    }

    @Test
    void onlyWhatWasSentIsSaidToHaveFailed() {
        Page home = home();
        asks("能不能提前退租？");
        Locator question = item(home, "能不能提前退租");
        question.locator("textarea").fill("可以。");

        List<String> failed = new ArrayList<>();
        home.onRequestFailed(request -> failed.add(request.url()));
        home.route("**/desk/home/part*", Route::abort);
        asks("能不能推迟交房？");
        home.waitForCondition(() -> failed.stream().anyMatch(url -> url.contains("/desk/home/part")));
        assertThat(home.locator("#home-said .notice")).hasCount(0);
        home.unroute("**/desk/home/part*");

        home.route("**/desk/home/answer", Route::abort);
        question.locator("button").click();
        assertThat(home.locator("#home-said")).containsText("没有送出");
        assertThat(question.locator("textarea")).hasValue("可以。");
    }

    @Test
    void thePageDoesNotLookAgainForWhatTheServerNoLongerSays() {
        Page home = home();
        asks("能不能加一扇门？");
        item(home, "能不能加一扇门").locator("textarea").fill("可以，");
        home.evaluate("document.getElementById('needs').dataset.again = '86399999'");

        asks("能不能拆一面墙？");

        assertThat(item(home, "能不能拆一面墙")).isVisible();
        assertThat(home.locator("#needs")).not().hasAttribute("data-again", "86399999");
    }

    private String asks(String text) {
        return escalations.raise(UNIT, turnsFromNow().get(0), null, text);
    }

    /** The page has heard of the question. */
    private void updated(Page home, String text) {
        Response part = home.waitForResponse(
                response -> response.url().contains("/desk/home/part")
                        && response.text().contains(text),
                () -> asks(text));
        part.finished();
    }

    private Page home() {
        Page page = deskOf("manager", "/desk");
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
