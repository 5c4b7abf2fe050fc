package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReturningVisitorBrowserTest extends BrowserScenario {

    @Test
    @Tag("L3.2c")
    @Tag("L3.2d")
    void helperReceivesForTheAbsentAgentWhoAcknowledgesTheHandBack() {
        // 施女士 is 王舒's customer, and 王舒 is on leave.
        Tasklist onDuty = tasklistOf(nextToReceive());
        VisitKey key = arrives("施女士", "13800000004");

        onDuty.formOf("迎接客人")
                .says("王舒")
                .tick("打过电话或来过")
                .choose("之前是哪一位接待的", "王舒")
                .tick("已确认")
                .complete("迎接客人");

        Visit called = visit(key, visit -> visit.host().greetedAt() != null && visit.state() == VisitState.OFFERED);
        assertThat(called.said().owner()).isEqualTo("wangshu");
        Tasklist helper = called.host().agent().equals(called.host().greetedBy())
                ? onDuty
                : tasklistOf(called.host().agent());
        helper.shows("接待老客户", SOON);
        helper.open("接待老客户").says("王舒").says("施女士").tick("到了，由我接待").complete("接待老客户");
        helper.formOf("接待并送别").tick("已微笑将客人送至门口并道别").complete("接待并送别");
        helper.formOf("填写来访登记表").fill("约好的下一步", "周五前发平面图").complete("填写来访登记表");

        helper.formOf("转告接待情况").says("王舒");
        helper.failsToComplete("此项必填。");
        helper.fill("接待过程", "看了一层临街的铺位，问了排烟。").fill("结果", "比较满意，等平面图。").complete("转告接待情况");

        Tasklist owner = tasklistOf("wangshu");
        owner.shows("知悉接待情况", SOON);
        owner.open("知悉接待情况")
                .says(nameOf(called.host().agent()))
                .says("看了一层临街的铺位，问了排烟。")
                .says("比较满意，等平面图。")
                .complete("知悉接待情况");

        Visit entry = visit(key, visit -> visit.afterwards().acknowledgedAt() != null);
        assertThat(entry.host().helpedBy()).isEqualTo(called.host().agent());
        assertThat(entry.said().owner()).as("the customer stays theirs").isEqualTo("wangshu");
        assertThat(entry.afterwards().result()).isEqualTo("比较满意，等平面图。");
        assertThat(entry.written().nextStep()).isEqualTo("周五前发平面图");
    }
}
