package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SettledOnTheSpotBrowserTest extends PetitionBrowserScenario {

    /** What petitioners and clerks write is no formatting, in no form (P2). */
    @Test
    @Tag("P2")
    void textsAreShownAsTheyWereWritten() {
        String name = "<b>x</b>*星*{{a}}";
        String account = "# 标题 [链接](http://evil.example) <img src=x> **粗**";
        String receiver = nextToCall();
        Page hall = hallOf("leader");
        Tasklist staff = tasklistOf(receiver);
        register(hall, name, "138 0000 0302", account);

        staff.open("叫号").says(name).says(account).answer("来访人到了吗", "到了，开始接待").complete("叫号");
        staff.formOf("接待来访人");
        assertThat(staff.valueOf("姓名")).isEqualTo(name);
        listenTo(staff, account, "民政和救助", account);
        staff.answer("当场能处理或解释清楚", "是").complete("接待来访人");
        staff.formOf("当场办结").says(name).says(account);
        Locator texts = staff.page().locator(".task-details .fjs-form-field-text");
        PlaywrightAssertions.assertThat(texts.locator("a[href*='evil'], img, h1, em"))
                .hasCount(0);
        staff.fill("处理或解释了什么", account).answer("来访人满意吗", "满意").complete("当场办结");
        assertThat(matter(name, matter -> matter.state() == MatterState.CLOSED).account())
                .isEqualTo(account);
    }

    /** A browser of a test has no voice; it notes the words, whichever page says them: the old one may hear of a call, too. */
    private static void callsAloud(Page hall) {
        hall.addInitScript(
                "speechSynthesis.speak = (call) => sessionStorage.said = (sessionStorage.said ?? '') + call.text + ';';");
        hall.reload();
        hall.getByLabel("语音叫号").check();
    }

    private static List<String> said(Page hall) {
        String said = (String) hall.evaluate("sessionStorage.said ?? ''");
        return said.isEmpty() ? List.of() : List.of(said.split(";"));
    }

    @Test
    @Tag("P2")
    @Tag("P3")
    @Tag("P4")
    @Tag("P6")
    void petitionerIsRegisteredCalledReceivedAndSettledWhileTheyAreThere() {
        String receiver = nextToCall();
        Page hall = hallOf("leader");
        Tasklist staff = tasklistOf(receiver);

        callsAloud(hall);
        register(hall, "祝秀英", "138 0000 0301", "低保复核的结果");
        PlaywrightAssertions.assertThat(inHall(hall, "祝秀英")).containsText(nameOf(receiver) + "叫号");
        hall.waitForCondition(() -> said(hall).size() == 2);
        assertThat(said(hall))
                .as("the number, twice, and nobody's name")
                .allSatisfy(words -> assertThat(words).containsPattern("[0-9]").doesNotContain("祝秀英"));
        Page board = screens.open("leader");
        board.navigate(address("/desk/hall/board?unit=" + CENTRE));
        logIn(board, "leader");
        PlaywrightAssertions.assertThat(board.locator(".fresh").first()).isVisible();
        assertThat(Axe.on(board)).as("a number that was just called").isEmpty();

        staff.open("叫号").says("祝秀英").answer("来访人到了吗", "到了，开始接待").complete("叫号");
        PlaywrightAssertions.assertThat(inHall(hall, "祝秀英")).containsText(nameOf(receiver) + "接待");
        staff.formOf("接待来访人").says("认真听取");
        assertThat(staff.valueOf("姓名")).isEqualTo("祝秀英");
        listenTo(staff, "低保复核后少了一个人，不知道为什么。", "民政和救助", "弄清少了的原因。");
        staff.answer("当场能处理或解释清楚", "是").complete("接待来访人");

        staff.formOf("当场办结");
        staff.failsToComplete("此项必填。");
        staff.fill("处理或解释了什么", "查了档案：儿子户口去年迁出，当面出示并解释清楚。")
                .answer("来访人满意吗", "满意")
                .complete("当场办结");

        Matter closed = matter("祝秀英", matter -> matter.state() == MatterState.CLOSED);
        assertThat(closed.responsible()).isEqualTo(receiver);
        assertThat(closed.outcome()).isEqualTo("settledOnTheSpot");
        assertThat(closed.satisfied()).isTrue();

        hall.navigate(address("/desk/matters?unit=" + CENTRE + "&q=" + closed.number()));
        PlaywrightAssertions.assertThat(hall.locator("table.matters tbody tr")).containsText(new String[] {"祝秀英"});
        hall.locator("table.matters a").first().click();
        PlaywrightAssertions.assertThat(hall.locator("main")).containsText("查了档案：儿子户口去年迁出，当面出示并解释清楚。");
        PlaywrightAssertions.assertThat(hall.locator("main")).containsText("已办结");
    }
}
