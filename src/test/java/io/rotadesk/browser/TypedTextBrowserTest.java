package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form takes a text over 300 ms after the last key, or when its field is left. Nobody has to wait for that. */
class TypedTextBrowserTest extends BrowserScenario {

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("L2.3")
    void typedTextIsSentThoughTheFieldWasNeverLeft() {
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("010-6655 4466");
        agent.formOf("接听来电").complete("接听来电");
        agent.formOf("问明来意").tick("咨询招商").tick("没有联系过").complete("问明来意");

        agent.formOf("填写来电登记表")
                .type("姓名", "罗女士")
                .type("备注", "想看临街的铺位")
                .tap("已把我的姓名和电话留给客户")
                .type("需要面积", "150")
                // A number makes the form draw itself again a moment later.
                .type("预算", "每月三万元，可以按季度付");
        assertThat(agent.valueOf("预算")).isEqualTo("每月三万元，可以按季度付");
        agent.type("经营业态", "书店").tapComplete("填写来电登记表");

        Call entry = entry(ring.call(), call -> call.state() == CallState.REGISTERED, SOON);
        assertThat(entry.written().customerName()).isEqualTo("罗女士");
        assertThat(entry.written().remarks()).isEqualTo("想看临街的铺位");
        assertThat(entry.written().budget()).isEqualTo("每月三万元，可以按季度付");
        assertThat(entry.written().floorArea()).isEqualByComparingTo("150");
        assertThat(entry.written().tradeType()).isEqualTo("书店");
    }

    @Test
    void theKeyThatSendsSendsTheNumberThatWasJustTypedAndEnterDoesNot() {
        String number = "+8613900006677";
        Tasklist agent = tasklistOf(turnsFromNow().get(0));
        agent.start("来电处理").type("来电号码", number).press("Enter").press("Control+Enter");

        Awaitility.await()
                .atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from call_register where caller_phone = ?")
                                .param(number)
                                .query(Integer.class)
                                .single()
                        == 1);
        agent.formOf("问明来意")
                .tick("其他事情")
                .fill("谁打来的", "物业公司")
                .fill("什么事", "停车证")
                .complete("问明来意");
    }
}
