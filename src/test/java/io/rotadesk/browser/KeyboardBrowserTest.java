package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A call from the ring to the register, without a mouse. */
class KeyboardBrowserTest extends BrowserScenario {

    /** Enough for every field of the register. */
    private static final int FEW = 25;

    @Test
    @Tag("L2.1")
    @Tag("L2.3")
    void aCallIsTakenAndRegisteredByKeyboardAlone() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("13900007731");
        agent.rings("139 0000 7731").formOf("接听来电");
        Keys keys = new Keys(agent);

        keys.press("Alt+a");
        agent.formOf("问明来意");
        keys.isIn("咨询招商").press("1", "Tab", "2");
        assertThat(agent.page().getByLabel("没有联系过")).isChecked();
        keys.press("Control+Enter");
        agent.formOf("填写来电登记表");
        keys.isIn("姓名").type("罗女士");
        keys.press("Tab", "ArrowDown", "ArrowDown", "ArrowDown", "Enter");
        assertThat(agent.page().locator(".fjs-select-display").first()).hasText("朋友介绍");
        // The number of the caller is there; it was not refused, and is no doubtful one.
        keys.press("Tab", "Tab", "Tab", "Tab").isIn("位置").press("1", "5", "Tab");
        keys.isIn("需要面积").type("150").press("Tab");
        keys.isIn("经营业态").type("书店").press("Tab");
        keys.isIn("预算").type("每月三万元").press("Tab", "Tab");
        keys.isIn("备注").type("想看临街的铺位").press("Tab");
        keys.isIn("已把我的姓名和电话留给客户").press("Space", "Control+Enter");

        Call entry = entry(ring.call(), call -> call.state() == CallState.REGISTERED, SOON);
        Assertions.assertThat(entry.written().customerName()).isEqualTo("罗女士");
        Assertions.assertThat(entry.written().mediaSource()).isEqualTo("friend");
        Assertions.assertThat(entry.written().interests()).contains("location", "transport");
        Assertions.assertThat(entry.written().floorArea()).isEqualByComparingTo("150");
        Assertions.assertThat(entry.written().tradeType()).isEqualTo("书店");
        Assertions.assertThat(entry.written().budget()).isEqualTo("每月三万元");
        Assertions.assertThat(entry.written().remarks()).isEqualTo("想看临街的铺位");
        Assertions.assertThat(keys.pressed).as(keys.toString()).hasSizeLessThan(FEW);
        assertThat(agent.page().locator(".task-details :focus, .task-details:focus, .tasks-list :focus"))
                .hasCount(1);
    }

    @Test
    void theCursorStaysWhereSomebodyTypesWhenAPhoneRings() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        agent.start("来电处理").type("来电号码", "1390000");

        ringsFrom("13900007732");
        agent.rings("139 0000 7732");
        agent.page().keyboard().type("7733");

        Assertions.assertThat(agent.valueOf("来电号码")).isEqualTo("13900007733");
    }

    @Test
    void theKeyThatOpensARingTakesItToo() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        agent.start("来访接待").type("客人姓名", "巫马先生");
        Ring ring = ringsFrom("13900007734");
        agent.rings("139 0000 7734");

        agent.page().keyboard().press("Alt+a");
        agent.formOf("接听来电");
        assertThat(agent.page().locator(".rota-ring .answer")).containsText("接听");
        Assertions.assertThat(register.get(ring.call()).state()).isEqualTo(CallState.RINGING);
        agent.page().keyboard().press("Alt+a");

        agent.formOf("问明来意");
        Assertions.assertThat(register.get(ring.call()).talk().agent()).isEqualTo(ring.agent());
        forget(ring);
    }

    @Test
    void aQuestionIsOneStopOfTheTabKeyAndTheArrowsMoveInIt() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("13900007735");
        agent.formOf("接听来电");
        Keys keys = new Keys(agent);
        keys.press("Alt+a");
        agent.formOf("问明来意");

        Locator question = agent.page().getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("客户来意"));
        assertThat(question.getByRole(AriaRole.RADIO)).hasCount(2);
        keys.isIn("咨询招商").press("ArrowDown").isIn("其他事情");
        assertThat(agent.page().getByLabel("其他事情")).isChecked();
        keys.press("ArrowUp").isIn("咨询招商");
        assertThat(agent.page().getByLabel("咨询招商")).isChecked();
        keys.press("Tab").isIn("联系过").press("Tab").isIn("查到的客户");

        // What an input method uses is not for the question or the form.
        keys.press("Shift+Tab").isIn("联系过");
        inputMethodUses(agent.page(), "2");
        assertThat(agent.page().getByLabel("没有联系过")).not().isChecked();
        Object sent = agent.page().evaluate("""
            () => ['isComposing', 'keyCode'].filter(how => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
              key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true,
              ...(how === 'keyCode' ? {keyCode: 229} : {isComposing: true})})))\
            """);
        Assertions.assertThat(sent).as("as typed, the key would send the form").isEqualTo(List.of());
        keys.isIn("联系过");
        forget(ring);
    }

    @Test
    void tabFromNowhereWhileAFormIsLoadingEndsInTheForm() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("13900007737");
        agent.formOf("接听来电");
        Keys keys = new Keys(agent);
        keys.press("Alt+a");
        agent.formOf("问明来意");
        keys.isIn("咨询招商").press("1", "Tab", "2");
        List<Route> held = new ArrayList<>();
        agent.page().route("**/deployed-form*", held::add, new Page.RouteOptions().setTimes(1));
        keys.press("Control+Enter");
        agent.page().waitForCondition(() -> !held.isEmpty());
        agent.page()
                .waitForCondition(() -> Boolean.TRUE.equals(
                        agent.page().evaluate("document.activeElement.closest('.fjs-container') === null")));

        keys.press("Tab");
        held.get(0).resume();

        keys.isIn("姓名");
        forget(ring);
    }

    /** A key that goes to the input method: browsers tell it by this code. */
    private static void inputMethodUses(Page page, String key) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "rawKeyDown");
        event.addProperty("key", key);
        event.addProperty("code", key);
        event.addProperty("windowsVirtualKeyCode", 229);
        page.context().newCDPSession(page).send("Input.dispatchKeyEvent", event);
    }

    @Test
    void enterGoesNowhereAndTheKeyThatSendsWorksInTexts() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        agent.start("请示经理");
        Keys keys = new Keys(agent);
        keys.isIn("问题").type("能做餐饮吗？").press("Tab", "Enter").isIn("来电编号");
        keys.press("Shift+Tab").isIn("问题").press("Enter").type("有排烟吗？").press("Control+Enter");

        assertThat(agent.page().locator(".modal-dialog")).isHidden();
        assertThat(agent.page().locator(".page-notifications")).containsText("已提交。");
    }

    @Test
    void typedTextStaysWhenALateAnswerStrikesTheTaskOut() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("13900007736");
        agent.formOf("接听来电");
        Keys keys = new Keys(agent);
        keys.press("Alt+a");
        agent.formOf("问明来意");
        keys.isIn("咨询招商").press("1", "Tab", "1");
        agent.field("查到的客户").focus();
        keys.type("何先");

        Object struckOut = agent.page().evaluate("""
            () => {
              const scope = angular.element(document.querySelector('.task-card')).scope();
              let owner = scope;
              while (!Object.hasOwn(owner, 'taskExists')) owner = owner.$parent;
              owner.$apply(() => { owner.taskExists = false; owner.$broadcast('taskremoved'); });
              return !!document.querySelector('.task-card.task-removed');
            }\
            """);
        Assertions.assertThat(struckOut).isEqualTo(true);
        assertThat(agent.page().locator(".task-removed")).hasCount(0);
        keys.isIn("查到的客户").type("生");

        Assertions.assertThat(agent.valueOf("查到的客户")).isEqualTo("何先生");
        assertThat(agent.page().getByLabel("咨询招商")).isChecked();
        forget(ring);
    }

    /** A person at the keyboard. */
    private static final class Keys {

        private final Tasklist tasklist;
        private final Page page;
        private final List<String> pressed = new ArrayList<>();

        Keys(Tasklist tasklist) {
            this.tasklist = tasklist;
            this.page = tasklist.page();
        }

        Keys press(String... keys) {
            for (String key : keys) {
                page.keyboard().press(key);
                pressed.add(key);
            }
            return this;
        }

        /** Text, which is not counted. */
        Keys type(String text) {
            page.keyboard().type(text);
            return this;
        }

        /** Waits until the cursor is in the field, or on the answer, with this label. */
        Keys isIn(String label) {
            assertThat(tasklist.field(label)).isFocused();
            return this;
        }

        @Override
        public String toString() {
            return pressed.size() + " keys: " + String.join(" ", pressed);
        }
    }
}
