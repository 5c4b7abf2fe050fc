package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.rotadesk.petition.attachment.Pictures;
import io.rotadesk.petition.matter.DueKind;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExtendedMatterBrowserTest extends PetitionBrowserScenario {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    @Tag("P2")
    @Tag("P4")
    @Tag("P6")
    void planIsToldExtendedToldAgainAndRepliedTo() {
        String responsible = nextToCall();
        Tasklist staff = tasklistOf(responsible);
        Tasklist leader = tasklistOf("leader");
        register(hallOf("deputy2"), "孙玉兰", "138 0000 0302", "村口的路");

        staff.open("叫号").answer("来访人到了吗", "到了，开始接待").complete("叫号");
        staff.formOf("接待来访人");
        listenTo(staff, "村口到小学的路塌了两处，雨天没法走。", "道路和水电", "把路修好。");
        staff.answer("当场能处理或解释清楚", "不是").complete("接待来访人");

        LocalDate today = LocalDate.now(ZONE);
        staff.formOf("明确方式和时限")
                .fill("处理方式", "会同建设管理所查看，列入本季度计划修补。")
                .day("办结时限", today.plusDays(14))
                .answer("怎样告知的", "当面")
                .moment("告知日期", "时间", thisMinute())
                .complete("明确方式和时限");
        Matter planned = matter("孙玉兰", matter -> matter.state() == MatterState.PLANNED);
        Page notice = hallOf(responsible);
        notice.navigate(address("/desk/matters/" + planned.id() + "/notice"));
        PlaywrightAssertions.assertThat(notice.locator(".sheet")).containsText(new String[] {"受理告知书"});
        PlaywrightAssertions.assertThat(notice.locator(".sheet")).containsText("列入本季度计划修补");
        PlaywrightAssertions.assertThat(notice.locator(".sheet")).containsText(planned.number());

        String code = codeOn(notice);
        theNoticeIsHandedOver(notice);
        aScanIsPutToIt(notice, planned);

        staff.formOf("办理事项")
                .answer("办理到哪一步", "来不及，申请延期")
                .fill("为什么要延期", "等路基材料到货")
                .day("延到哪一天", today.plusDays(28))
                .complete("办理事项");
        Page office = leader.page();
        office.navigate(address("/desk/matters/" + planned.id()));
        office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去办理"))
                .click();
        leader.claim().says("等路基材料到货").answer("决定", "批准延期").complete("审批延期");
        staff.open("告知延期")
                .answer("怎样告知的", "电话")
                .moment("告知日期", "时间", thisMinute())
                .complete("告知延期");
        Matter extended = matter("孙玉兰", matter -> matter.dueKind() == DueKind.EXTENDED);
        assertThat(extended.dueAt())
                .isEqualTo(today.plusDays(29).atStartOfDay(ZONE).minusSeconds(1).toInstant());
        notice.navigate(address("/desk/matters/" + planned.id() + "/notice"));
        PlaywrightAssertions.assertThat(notice.locator(".sheet")).containsText("延长期限告知书");
        PlaywrightAssertions.assertThat(notice.locator(".sheet")).containsText("等路基材料到货");

        staff.formOf("办理事项")
                .answer("办理到哪一步", "办好了，答复来访人")
                .fill("办理结果", "两处塌陷已修补，设了限重标志。")
                .complete("办理事项");
        staff.formOf("答复来访人")
                .fill("答复", "路已修好，请您看过。")
                .choose("办理结果", "已解决")
                .answer("怎样告知的", "当面")
                .moment("告知日期", "时间", thisMinute())
                .answer("来访人满意吗", "满意")
                .complete("答复来访人");

        Matter closed = matter("孙玉兰", matter -> matter.state() == MatterState.CLOSED);
        assertThat(closed.outcome()).isEqualTo("resolved");
        assertThat(closed.isOverdue()).isFalse();
        notice.navigate(address("/desk/matters/" + closed.id()));
        PlaywrightAssertions.assertThat(notice.locator("main")).containsText("路已修好，请您看过。");
        PlaywrightAssertions.assertThat(notice.locator("main")).containsText("批准延期");
        thePetitionerRates(code, closed);
        office.navigate(address("/desk/notices"));
        PlaywrightAssertions.assertThat(office.locator("main")).containsText(closed.number());
        office.navigate(address("/desk/matters/" + closed.id()));
        PlaywrightAssertions.assertThat(office.locator("main")).containsText("标志太小，晚上看不见");
    }

    /** The code for the page for petitioners, as it is printed. */
    private static String codeOn(Page notice) {
        Matcher code = CODE.matcher(notice.locator(".sheet").innerText());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private void aScanIsPutToIt(Page page, Matter matter) {
        page.navigate(address("/desk/matters/" + matter.id()));
        page.locator("#attachment-files")
                .setInputFiles(new FilePayload("承诺书.pdf", "application/octet-stream", Pictures.pdf()));
        PlaywrightAssertions.assertThat(page.locator(".attachments > li")).containsText("承诺书.pdf");
    }

    /** At home, with a phone and without a login. */
    private void thePetitionerRates(String code, Matter matter) {
        Page phone = screens.open("petitioner", 390, 844);
        phone.navigate(address("/public/matters"));
        phone.getByLabel("查询码").fill(code);
        button(phone, "查询").click();
        PlaywrightAssertions.assertThat(phone.locator("main")).containsText(matter.number());
        PlaywrightAssertions.assertThat(phone.locator("main")).not().containsText("孙玉兰");
        phone.locator("input[name=centre][value=SATISFIED]").check();
        phone.locator("input[name=handling][value=DISSATISFIED]").check();
        phone.locator("textarea[name=reason]").fill("标志太小，晚上看不见");
        button(phone, "提交评价").click();
        PlaywrightAssertions.assertThat(phone.getByRole(AriaRole.STATUS)).containsText("谢谢您的评价");
    }

    /** The notice becomes a paper, which is changed, numbered and delivered. */
    private static void theNoticeIsHandedOver(Page notice) {
        button(notice, "制作成文书").click();
        Locator text = notice.getByLabel("正文");
        text.waitFor();
        // The script that shows what is typed has begun by then.
        notice.waitForLoadState();
        text.fill(text.inputValue().replace("【请填写：联系电话】", "村委会") + "\n查看现场时请您到场。");
        PlaywrightAssertions.assertThat(notice.locator(".sheet")).containsText("查看现场时请您到场。");
        button(notice, "定稿编号").click();
        PlaywrightAssertions.assertThat(notice.locator(".sheet")).containsText("受〔");
        notice.getByLabel("送达时间")
                .fill(LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES).toString());
        notice.getByLabel("收件人").fill("孙玉兰");
        button(notice, "登记送达").click();
        PlaywrightAssertions.assertThat(notice.locator("main")).containsText("已送达");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Nobody is told before they came, nor later than now. */
    private static LocalDateTime thisMinute() {
        return LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
    }
}
