package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FirstVisitBrowserTest extends BrowserScenario {

    @Autowired
    Customers customers;

    @Test
    @Tag("L3.1")
    @Tag("L3.2b")
    @Tag("L3.2e")
    @Tag("L3.3")
    @Tag("L3.6")
    @Tag("L3.8")
    void newVisitorIsAnnouncedShownRoundSeenOffAndRegistered() {
        String receiver = nextToReceive();
        Tasklist colleague = tasklistOf("sunli");
        Tasklist agent = tasklistOf(receiver);

        colleague
                .start("来访接待")
                .fill("客人姓名", "林女士")
                .fill("联系电话", "010-6622 3344")
                .fill("单位", "海边咖啡")
                .startIt();
        Visit arrived = Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> visits.latest(UNIT, 20).stream()
                                .filter(visit -> "林女士".equals(visit.announced().name()))
                                .findFirst()
                                .orElse(null),
                        visit -> visit != null);
        assertThat(arrived.announced().by()).isEqualTo("sunli");

        agent.rings("林女士", "迎接客人")
                .formOf("迎接客人")
                .says("您好,欢迎参观!请问您是来看房的吗?")
                .says("海边咖啡")
                .says("面露微笑");
        agent.failsToComplete("此项必填。");
        agent.tick("没有").complete("迎接客人");

        agent.formOf("确认租赁意向");
        agent.failsToComplete("此项必填。");
        agent.choose("租赁意向", "餐饮").fill("需要面积", "80").complete("确认租赁意向");
        agent.formOf("带领参观项目").says("排烟").tick("外部").tick("内部").tick("卖点").complete("带领参观项目");
        agent.formOf("谈判区洽谈").fill("谈到的要点（可不填）", "中意一层东侧的铺位").complete("谈判区洽谈");
        agent.formOf("接待并送别").tick("已微笑将客人送至门口并道别").complete("接待并送别");
        assertThat(rota.isFree(receiver)).as("free from the see-off").isTrue();

        agent.formOf("填写来访登记表");
        assertThat(agent.valueOf("姓名")).isEqualTo("林女士");
        assertThat(agent.valueOf("联系电话")).isEqualTo("010 6622 3344");
        assertThat(agent.valueOf("需要面积")).isEqualTo("80");
        assertThat(agent.valueOf("备注")).contains("中意一层东侧的铺位");
        agent.choose("从哪里知道我们", "路过")
                .tick("位置")
                .fill("预算", "每月两万元")
                .fill("约好的下一步", "周五再看一次")
                .complete("填写来访登记表");

        Visit entry = visit(arrived.key(), visit -> visit.state() == VisitState.REGISTERED);
        assertThat(entry.host().agent()).isEqualTo(receiver);
        assertThat(entry.written().customerPhone()).isEqualTo("+861066223344");
        assertThat(entry.written().intent()).isEqualTo("catering");
        assertThat(entry.showing().shown()).containsExactly("exterior", "interior", "sellingPoints");
        assertThat(entry.written().nextStep()).isEqualTo("周五再看一次");
        assertThat(customers.find(entry.known().customerId()).orElseThrow().agent())
                .isEqualTo(receiver);

        Page page = agent.page();
        page.navigate("http://localhost:" + port + "/desk/visits/entry/" + entry.key());
        PlaywrightAssertions.assertThat(page.locator("main, .page").first()).containsText("周五再看一次");
    }
}
