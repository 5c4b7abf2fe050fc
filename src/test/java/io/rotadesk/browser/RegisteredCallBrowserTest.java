package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.customer.Customers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RegisteredCallBrowserTest extends BrowserScenario {

    @Autowired
    Customers customers;

    @Test
    @Tag("L2.1")
    @Tag("L2.2a")
    @Tag("L2.2f")
    @Tag("L2.3")
    @Tag("L2.4")
    void newCallerIsTakenFromTheRingToTheRegister() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("010-6655 4433");

        agent.rings("6655 4433").formOf("接听来电").says("您好!广安世纪").says("新号码").complete("接听来电");

        agent.formOf("问明来意");
        agent.failsToComplete("此项必填。");
        agent.tick("咨询招商").tick("没有联系过").complete("问明来意");

        agent.formOf("填写来电登记表").says(ring.agentName()).fill("姓名", "罗女士").choose("从哪里知道我们", "朋友介绍");
        assertThat(agent.valueOf("联系电话")).as("filled in from the call").isEqualTo("010 6655 4433");
        agent.tick("位置")
                .tick("交通")
                .fill("需要面积", "150")
                .fill("经营业态", "书店")
                .fill("预算", "每月三万元")
                .fill("备注", "想看临街的铺位");
        agent.failsToComplete("此项必填。");
        agent.tick("已把我的姓名和电话留给客户").complete("填写来电登记表");

        Call entry = entry(ring.call(), call -> call.state() == CallState.REGISTERED, SOON);
        assertThat(entry.talk().agent()).isEqualTo(ring.agent());
        assertThat(entry.written().customerName()).isEqualTo("罗女士");
        assertThat(entry.written().customerPhone()).isEqualTo("+861066554433");
        assertThat(entry.written().mediaSource()).isEqualTo("friend");
        assertThat(entry.written().interests()).contains("location", "transport");
        assertThat(entry.written().floorArea()).isEqualByComparingTo("150");
        assertThat(entry.written().tradeType()).isEqualTo("书店");
        assertThat(entry.written().budget()).isEqualTo("每月三万元");
        assertThat(entry.written().remarks()).isEqualTo("想看临街的铺位");
        assertThat(entry.written().leftOwnDetails()).isTrue();
        assertThat(customers.find(entry.caller().customerId()).orElseThrow().agent())
                .isEqualTo(ring.agent());
    }
}
