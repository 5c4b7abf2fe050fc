package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.TicketState;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody at the reception types what a petitioner says, and nothing of it is lost. */
class HallFormBrowserTest extends PetitionBrowserScenario {

    @Test
    @Tag("P3")
    void aFreeTimeIsChosenInTheFormAndWhatWasTypedStays() {
        Page hall = hallOf("hewen");
        hall.getByLabel("来访人姓名").fill("赵预约");
        hall.getByLabel("反映什么事").fill("村口的路");
        hall.locator(".page-head").getByRole(AriaRole.LINK, named("可预约的时间")).click();
        Locator times = hall.locator("#free-times [data-time]");
        assertThat(times.first()).isVisible();
        String soon = times.first().getAttribute("data-day");
        hall.locator("#free-times").getByRole(AriaRole.LINK, named("以后的日子")).click();
        assertThat(times.first()).not().hasAttribute("data-day", soon);
        Locator last = times.last();
        String day = last.getAttribute("data-day");
        String time = last.getAttribute("data-time");
        last.click();

        assertThat(hall.getByLabel("来访人姓名")).hasValue("赵预约");
        assertThat(hall.getByLabel("预约日期")).hasValue(day);
        assertThat(hall.locator("#time")).hasValue(time);
        assertThat(times).hasCount(0);
        hall.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记取号"))
                .click();
        assertThat(hall.getByRole(AriaRole.STATUS).first()).containsText("号");
        var matter = matter("赵预约", found -> true);
        assertThat(matter.summary()).isEqualTo("村口的路");

        var ticket = board.later(CENTRE, units.get(CENTRE).clock().day(clock.instant()), 50).stream()
                .filter(one -> one.matterId().equals(matter.id()))
                .findFirst()
                .orElseThrow();
        assertThat(ticket.state()).isEqualTo(TicketState.EXPECTED);
        hall.navigate(address("/desk/hall/" + ticket.id() + "/move"));
        hall.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("可预约的时间"))
                .click();
        Locator first = times.first();
        String moved = first.getAttribute("data-day");
        first.click();
        assertThat(hall.getByLabel("预约日期")).hasValue(moved);
        assertThat(hall).hasURL(address("/desk/hall/" + ticket.id() + "/move"));
        petitions.cancel(ticket.id());
    }

    @Test
    @Tag("P2")
    void aTypedIdentityComesBackWhenThePetitionerGivesANameAfterAll() {
        Page hall = hallOf("hewen");
        hall.getByLabel("来访人姓名").fill("钱改口");
        hall.getByText("来访人身份").click();
        hall.getByLabel("住址").fill("东柳村 3 组");
        hall.getByLabel("不愿留姓名").check();
        assertThat(hall.getByLabel("来访人姓名")).hasValue("");
        assertThat(hall.getByLabel("住址")).isDisabled();
        hall.getByLabel("不愿留姓名").uncheck();
        assertThat(hall.getByLabel("来访人姓名")).hasValue("钱改口");
        assertThat(hall.getByLabel("住址")).hasValue("东柳村 3 组");
    }

    @Test
    @Tag("P5")
    void aLargeScaleEventAppearsOnThePageByItself() {
        Page hall = hallOf("hewen");
        Locator alert = hall.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("拖欠工资四十人"));
        assertThat(hall.locator("#live.lost")).hasCount(0);
        assertThat(alert).hasCount(0);
        petitions.announce(
                new TicketId(UUID.randomUUID().toString()),
                CENTRE,
                new PetitionAnnouncement("刘代表", "13800000089", false, 40, null, "拖欠工资四十人", null, "county"),
                null);
        assertThat(alert).containsText("还没有负责人响应");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
