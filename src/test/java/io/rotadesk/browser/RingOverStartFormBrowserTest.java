package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.call.CallState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A phone rings while its agent fills in the form that starts a process. */
class RingOverStartFormBrowserTest extends BrowserScenario {

    @Test
    @Tag("L2.1")
    void theRingLiesAboveTheFormOpensTheCallAndTheFormIsKept() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        agent.start("来访接待").fill("客人姓名", "巫马先生").type("单位", "长风书店");

        Ring ring = ringsFrom("13700000017");
        agent.rings("137 0000 0017").opensTheRing().formOf("接听来电");
        agent.complete("接听来电");
        agent.formOf("问明来意")
                .tick("其他事情")
                .fill("谁打来的", "物业公司")
                .fill("什么事", "停车证")
                .complete("问明来意");
        entry(ring.call(), call -> call.state() == CallState.OTHER, SOON);

        agent.start("来电处理");
        assertThat(agent.drafts())
                .as("not left in the browser, nor in another process's form")
                .isEmpty();
        agent.closeStartForm();
        agent.start("来访接待");
        assertThat(List.of(agent.valueOf("客人姓名"), agent.valueOf("单位"))).containsExactly("巫马先生", "长风书店");
        assertThat(agent.drafts()).isEmpty();

        agent.closeStartForm();
        agent.start("来访接待");
        assertThat(agent.valueOf("客人姓名")).as("closed by the agent").isEmpty();
    }

    @Test
    void aFormThatWasPutAsideTwiceIsKeptToo() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        agent.start("来访接待").type("客人姓名", "巫马先生");
        ringsFrom("13700000018");
        agent.rings("137 0000 0018").opensTheRing().formOf("接听来电");

        agent.start("来访接待");
        assertThat(agent.valueOf("客人姓名")).isEqualTo("巫马先生");
        agent.rings("137 0000 0018").opensTheRing().formOf("接听来电");

        agent.start("来访接待");
        assertThat(agent.valueOf("客人姓名")).isEqualTo("巫马先生");
    }
}
