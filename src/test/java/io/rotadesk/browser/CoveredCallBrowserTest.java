package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.leasing.call.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CoveredCallBrowserTest extends BrowserScenario {

    @Test
    @Tag("L2.2c")
    @Tag("L2.2d")
    @Tag("L2.2e")
    void colleagueCoversAndTheEarlierAgentCallsBack() {
        // 何先生 is 周云's customer; 周云 is in the other team, and free.
        Tasklist earlier = tasklistOf("zhouyun");
        Tasklist onDuty = tasklistOf(turnsFromNow().get(0));
        Ring ring = ringsFrom("13800000001");
        onDuty.formOf("接听来电").says("何先生").complete("接听来电");
        onDuty.formOf("问明来意")
                .says("周云")
                .tick("咨询招商")
                .tick("联系过")
                .choose("联系过哪一位", "周云")
                .complete("问明来意");

        earlier.shows("接听老客户来电", SOON);
        earlier.open("接听老客户来电").says(ring.agentName()).tick("不能接，请同事代接").complete("接听老客户来电");

        onDuty.formOf("代接来电")
                .says("对不起,周云不在,请问有什么事情我可以帮助您吗?")
                .choose("客户问到哪方面", "折扣")
                .says("不要回答")
                .says("周云亲自答复您")
                .fill("客户问了什么，您怎样回答", "想知道整层租下有没有优惠；说明由周云答复。");
        assertThat(onDuty.valueOf("回电号码"))
                .as("the topic is sensitive, so the number is asked for; filled in from the call")
                .isEqualTo("138 0000 0001");
        onDuty.fill("回电号码", "").complains("此项必填。");
        onDuty.fill("回电号码", "010-6677 8899").complete("代接来电");

        earlier.shows("给客户回电", SOON);
        earlier.open("给客户回电")
                .says("6677 8899")
                .says("想知道整层租下有没有优惠")
                .says(ring.agentName())
                .tick("联系上了")
                .fill("备注", "约周五下午面谈")
                .complete("给客户回电");

        Call entry = entry(ring.call(), call -> call.callBack().at() != null, SOON);
        assertThat(entry.said().owner()).isEqualTo("zhouyun");
        assertThat(entry.cover().by()).isEqualTo(ring.agent());
        assertThat(entry.cover().sensitive()).isTrue();
        assertThat(entry.cover().callBackNumber()).isEqualTo("+861066778899");
        assertThat(entry.callBack().outcome()).isEqualTo("reached");
        assertThat(entry.callBack().remarks()).isEqualTo("约周五下午面谈");
    }
}
