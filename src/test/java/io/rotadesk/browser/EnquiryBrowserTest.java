package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.rotadesk.petition.enquiry.QueryCodes;
import io.rotadesk.petition.enquiry.Ratings;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A petitioner at home, with a phone: the square on the notice, or the code typed; with scripts and without. */
class EnquiryBrowserTest extends PetitionBrowserScenario {

    private static final String STAFF = "hewen";

    @Autowired
    Matters register;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterPlans plans;

    @Autowired
    MatterClosing closing;

    @Autowired
    QueryCodes codes;

    @Autowired
    Ratings ratings;

    @Test
    @Tag("P4")
    void petitionerScansTheSquareAndRatesTheAnswerAndNeedsNoScript() {
        Matter matter = answered();
        String code = codes.of(matter).orElseThrow();
        Page phone = screens.open("petitioner", 390, 844);

        phone.navigate(address("/public/matters#" + code));

        PlaywrightAssertions.assertThat(phone.locator("main")).containsText(matter.number());
        assertThat(phone.url()).doesNotContain("#").doesNotContain(code);
        assertThat(Axe.on(phone)).isEmpty();
        assertThat(phone.context().cookies()).isEmpty();
        assertThat((Integer) phone.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        phone.navigate(address("/public/matters"));
        assertThat(Axe.on(phone)).isEmpty();

        NewContextOptions noScript = new NewContextOptions()
                .setJavaScriptEnabled(false)
                .setLocale("zh-CN")
                .setViewportSize(390, 844);
        try (BrowserContext old = phone.context().browser().newContext(noScript)) {
            Page page = old.newPage();
            page.navigate(address("/public/matters"));
            page.getByLabel("查询码").fill(code.toLowerCase(Locale.ROOT));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询"))
                    .click();
            page.getByLabel("基本满意").first().check();
            page.locator("input[name=handling][value=SATISFIED]").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交评价"))
                    .click();
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS)).containsText("谢谢您的评价");
        }
        assertThat(ratings.of(matter.id())).hasSize(1);
    }

    private Matter answered() {
        Matter matter =
                register.begin(new NewMatter(CENTRE, null, STAFF, "祝家驹", "13800000302", false, 1, "路灯", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        "祝家驹",
                        "13800000302",
                        false,
                        1,
                        "路灯不亮",
                        List.of(),
                        "road",
                        "修路灯",
                        null,
                        false,
                        "town",
                        "ordinary"));
        receptions.received(matter.id(), STAFF, false);
        plans.set(matter.id(), "派人修", plans.latestDay(matter.id()), "inPerson", clock.instant(), STAFF);
        closing.replied(matter.id(), "修好了", "phone", clock.instant(), true, "resolved", STAFF);
        return closing.close(matter.id(), STAFF);
    }
}
