package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ForwardedMatterBrowserTest extends PetitionBrowserScenario {

    /** Works at the town's office for construction. */
    private static final String COLLEAGUE = "xuehai";

    @Test
    @Tag("P1")
    @Tag("P6")
    void anotherUnitObjectsWithItsReasonAndTheFirstOneKeepsTheMatter() {
        String responsible = nextToCall();
        Tasklist staff = tasklistOf(responsible);
        Tasklist other = tasklistOf(COLLEAGUE);
        register(hallOf("leader"), "钱桂芳", "138 0000 0303", "路口的红绿灯");

        staff.open("叫号").answer("来访人到了吗", "到了，开始接待").complete("叫号");
        staff.formOf("接待来访人");
        listenTo(staff, "路口的红绿灯坏了一个月，孩子过马路危险。", "道路和水电", "修好红绿灯。");
        staff.answer("属于本单位办理", "不是").complete("接待来访人");
        staff.formOf("提出转办")
                .answer("转还是自己办", "转给别的单位")
                .choose("转给哪个单位", "青河镇建设管理所群众工作办公室")
                .fill("理由", "路灯和红绿灯由建设管理所养护")
                .complete("提出转办");

        other.take("接收转办")
                .says("路灯和红绿灯由建设管理所养护")
                .says("红绿灯坏了一个月")
                .answer("接收吗", "退回")
                .failsToComplete("此项必填。");
        other.fill("退回的理由", "这个路口归中心自己").complete("接收转办");

        staff.open("提出转办").says("这个路口归中心自己").answer("转还是自己办", "留下自己办").complete("提出转办");
        staff.formOf("明确方式和时限");
        Matter kept = matter("钱桂芳", matter -> matter.state() == MatterState.RECEIVED);
        assertThat(kept.unitId()).isEqualTo(CENTRE);
        assertThat(kept.responsible()).isEqualTo(responsible);
        Page page = staff.page();
        page.navigate(address("/desk/matters/" + kept.id()));
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("这个路口归中心自己");
    }
}
