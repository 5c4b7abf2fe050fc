package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Camunda Tasklist as one person sees and uses it: by the words on the screen. */
final class Tasklist {

    /** A quick typist's. */
    private static final Duration KEYSTROKE = Duration.ofMillis(60);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/M/d");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final Duration OPENING = Duration.ofSeconds(5);

    private final Page page;

    private Tasklist(Page page) {
        this.page = page;
    }

    /** Goes to Tasklist, which asks for the login first. */
    static Tasklist enter(Page page, String address, String login, String password) {
        page.navigate(address + "/camunda/app/tasklist/");
        page.getByLabel("账号").fill(login);
        page.getByLabel("密码").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                .click();
        assertThat(page.locator(".task-filters").getByText("我的任务")).isVisible();
        return new Tasklist(page);
    }

    Page page() {
        return page;
    }

    /** Waits for the banner above everything that a ring shows. */
    Tasklist rings(String caller) {
        return rings(caller, "接听来电");
    }

    /** The same for another task that has to catch the eye. */
    Tasklist rings(String caller, String task) {
        assertThat(page.getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText(task))
                        .filter(new Locator.FilterOptions().setHasText(caller)))
                .containsText("还剩");
        return this;
    }

    /** Presses the button beside the ring; the mouse only reaches it if nothing covers it. */
    Tasklist opensTheRing() {
        page.locator(".rota-ring")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("打开"))
                .click();
        assertThat(page.locator(".modal-dialog")).isHidden();
        return this;
    }

    /** Waits until the task is in the list; nobody touches the screen. */
    void shows(String task, Duration within) {
        assertThat(inList(task)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(within.toMillis()));
    }

    /** Waits until no such task is in the list; nobody touches the screen. */
    void showsNoLonger(String task, Duration within) {
        assertThat(inList(task)).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(within.toMillis()));
    }

    /** Chooses the task in the list and waits for its form. */
    Tasklist open(String task) {
        inList(task).click();
        return formOf(task);
    }

    /** Waits for the form of a task. */
    Tasklist formOf(String task) {
        assertThat(page.locator(".task-details")
                        .getByRole(
                                AriaRole.HEADING,
                                new Locator.GetByRoleOptions()
                                        .setName(task)
                                        .setExact(true)
                                        .setLevel(2)))
                .isVisible();
        assertThat(form()).isVisible();
        assertThat(completeButton()).isEnabled();
        return this;
    }

    /** Claims the open task, which several people may do. */
    Tasklist claim() {
        button("领取").click();
        assertThat(completeButton()).isEnabled();
        return this;
    }

    /** Chooses a task in the list that several people may do, and claims it. */
    Tasklist take(String task) {
        inList(task).click();
        claim();
        return formOf(task);
    }

    Tasklist says(String text) {
        assertThat(form()).containsText(text);
        return this;
    }

    Tasklist fill(String label, String value) {
        // Enters the field first, since leaving another one makes the form draw itself again.
        field(label).click();
        field(label).fill(value);
        return this;
    }

    /** Types without a pause, and stays in the field. */
    Tasklist type(String label, String text) {
        field(label).click();
        page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(KEYSTROKE.toMillis()));
        return this;
    }

    /** Presses a key, without giving the form time to take a text over. */
    Tasklist press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Sets a box as on a touch screen: the keyboard stays open, the cursor in the text. */
    Tasklist tap(String label) {
        field(label).evaluate("box => box.click()");
        return this;
    }

    /** Presses the button that finishes the task as on a touch screen, and waits until Tasklist has taken it. */
    void tapComplete(String task) {
        completeButton().evaluate("button => button.click()");
        assertThat(inList(task)).isHidden();
    }

    /** Opens the start form of a process. */
    Tasklist start(String process) {
        page.getByText("新建").first().click();
        page.locator(".modal-body").getByText(process).first().click();
        assertThat(page.locator(".modal-body .fjs-container")).isVisible();
        return this;
    }

    /** Presses the button below a start form, and waits until the form is gone. */
    void startIt() {
        page.locator(".modal-footer")
                .getByText("提交", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".modal-body .fjs-container")).isHidden();
    }

    /** Gives up starting a process. */
    void closeStartForm() {
        page.locator(".modal-footer").getByText("关闭").click();
        assertThat(page.locator(".modal-dialog")).isHidden();
    }

    /** The forms without a task that the browser keeps. */
    List<?> drafts() {
        return (List<?>) page.evaluate("() => Object.keys(localStorage).filter(key => key.endsWith(':undefined'))");
    }

    String valueOf(String label) {
        return field(label).inputValue();
    }

    /** Sets a box or a round button. */
    Tasklist tick(String label) {
        field(label).check();
        return this;
    }

    /** Chooses one of the answers below a question, of which others may have the same. */
    Tasklist answer(String question, String answer) {
        Locator asked = page.getByText(exactly(question, "[*]?"));
        Locator group = form().locator(".fjs-form-field-radio").filter(new Locator.FilterOptions().setHas(asked));
        // Clicks the question first, since leaving another field makes the form draw itself again.
        group.getByText(exactly(question, "[*]?")).click();
        group.getByLabel(answer, new Locator.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    /** Types a day as the form writes it, and leaves the field. */
    Tasklist day(String label, LocalDate day) {
        field(label).click();
        field(label).fill(DAY.format(day));
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        return this;
    }

    /** The same with a time of that day. */
    Tasklist moment(String dayLabel, String timeLabel, LocalDateTime moment) {
        // Leaving the day goes on to the time, whose list opens over the field.
        day(dayLabel, moment.toLocalDate());
        field(timeLabel).fill(TIME.format(moment));
        page.keyboard().press("Tab");
        return this;
    }

    /** Chooses from a list that opens below its field. */
    Tasklist choose(String label, String option) {
        Locator list = form().locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHas(page.getByText(exactly(label, "[*]?"))))
                .locator(".fjs-input-group");
        Locator wanted = form().locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(exactly(option, "")));
        list.click();
        // The form drew itself again at that moment, as after a complaint; a person clicks once more.
        for (int again = 0; again < 5 && !appears(wanted); again++) {
            list.click();
        }
        wanted.click();
        return this;
    }

    private static boolean appears(Locator wanted) {
        try {
            wanted.waitFor(new Locator.WaitForOptions().setTimeout(OPENING.toMillis()));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    /** The diagram's tab shows the task in a size that can be read, then the form's tab is open again. */
    Tasklist showsTheTaskInItsDiagram() {
        page.getByText(exactly("流程图", "")).click();
        Locator task = page.locator(".diagram-pane .djs-shape.highlight");
        assertThat(task).isVisible();
        Awaitility.await("a box of 100 px is drawn as 70 px at least")
                .atMost(OPENING)
                .until(() -> task.boundingBox().width >= 70);
        assertThat(task).isInViewport();
        page.getByText(exactly("表单", "")).click();
        return this;
    }

    /** Presses the button that finishes the task, and waits until it has left the list. Others of its name may stay. */
    void complete(String task) {
        int others = Math.max(0, inList(task).count() - 1);
        completeButton().click();
        assertThat(inList(task)).hasCount(others);
    }

    /** Presses the button, which must have no effect. */
    void failsToComplete(String complaint) {
        completeButton().click();
        complains(complaint);
    }

    Tasklist complains(String complaint) {
        assertThat(form().getByText(complaint).first()).isVisible();
        return this;
    }

    private Locator inList(String task) {
        // A process may be called like one of its tasks, and stands below each.
        Locator title = page.locator("h4.task").filter(new Locator.FilterOptions().setHasText(exactly(task, "")));
        return page.locator("ol.tasks-list > li").filter(new Locator.FilterOptions().setHas(title));
    }

    /** It is called after what the step does, such as 接听. */
    private Locator completeButton() {
        return page.locator(".task-details .form-actions .btn-primary");
    }

    private Locator form() {
        return page.locator(".task-details .fjs-container, .modal-body .fjs-container");
    }

    Locator field(String label) {
        return form().getByLabel(exactly(label, "[*]?"));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The browser evaluates the expression, and does not know Java's quoting. */
    private static Pattern exactly(String text, String ending) {
        return Pattern.compile("^\\s*" + text.replaceAll("[.?*+()\\[\\]{}|^$\\\\]", "\\\\$0") + ending + "\\s*$");
    }
}
