package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A petitioner does not agree with a village's answer, and the town's centre reviews it. */
class ReviewBrowserTest extends PetitionBrowserScenario {

    private static final String VILLAGE = "qinghe-dongliu";
    private static final String VILLAGER = "guotao";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    Matters register;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterPlans plans;

    @Autowired
    MatterClosing closing;

    @Test
    @Tag("P4")
    void petitionerAsksTheLevelAboveAndIsToldItsOpinion() {
        Matter matter = answered();
        Page page = tasklistOf(VILLAGER).page();
        page.navigate(address("/desk/matters/" + matter.id()));
        page.locator("#ask-review summary").click();
        page.getByLabel("请求和理由").fill("路灯还是不亮");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登记").setExact(true))
                .click();
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("申请已登记");

        Tasklist leader = tasklistOf("leader");
        Tasklist reviewer = tasklistOf("hewen");
        leader.take("指定办理人").says("路灯还是不亮").choose("由谁办理", "何文").complete("指定办理人");
        reviewer.open("复查（复核）")
                .says("修好了")
                .answer("下一步", "写出意见，送负责人审签")
                .choose("结论", "维持")
                .fill("意见", "经现场查看，路灯已亮。")
                .complete("复查（复核）");
        leader.take("审签意见").says("经现场查看，路灯已亮。").answer("决定", "签发").complete("审签意见");
        reviewer.open("告知意见")
                .answer("怎样告知的", "当面")
                .moment("告知日期", "时间", LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES))
                .complete("告知意见");

        page.navigate(address("/desk/matters/" + matter.id()));
        PlaywrightAssertions.assertThat(page.locator("#reviews")).containsText("经现场查看，路灯已亮。");
        PlaywrightAssertions.assertThat(page.locator("#reviews")).containsText("这里没有再上一级的单位");
        assertThat(Axe.on(page)).isEmpty();
    }

    private Matter answered() {
        Matter matter = register.begin(
                new NewMatter(VILLAGE, null, VILLAGER, "祝家驹", "13800000399", false, 1, "路灯", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        "祝家驹",
                        "13800000399",
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
        receptions.received(matter.id(), VILLAGER, false);
        plans.set(matter.id(), "派人修", plans.latestDay(matter.id()), "inPerson", clock.instant(), VILLAGER);
        closing.replied(matter.id(), "修好了", "phone", clock.instant(), false, "resolved", VILLAGER);
        return closing.close(matter.id(), VILLAGER);
    }
}
