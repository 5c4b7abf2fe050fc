package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.staff.notice.channel.ChannelKind;
import io.rotadesk.staff.notice.channel.Channels;
import io.rotadesk.staff.notice.channel.NoticeChannel;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** That a petitioner agrees to messages is said on the matter's page, and the gateway is set up on the channels' page (decision 0094). */
@Tag("P4")
class MessagePagesTest extends TownScene {

    private static final String ADDRESS = "https://sms.example.org/send?key=very-secret";

    @Autowired
    Channels channels;

    @AfterEach
    void nothingIsLeftToSend() {
        channels.of(town.centre.id()).forEach(channel -> channels.remove(town.centre.id(), channel.id()));
    }

    @Test
    void anAgreementIsGivenAndTakenBackOnThePage() {
        Matter matter = received(village, "吴小兰", "13800000501");
        DeskBrowser responsible = town.as(matter.responsible());
        assertThat(responsible.get(page(matter)).text()).contains("来访人没有同意接收", "还没有启用短信网关");
        assertThat(responsible.get(page(matter)).html()).contains("href=\"tel:+8613800000501\"");
        add(top, town.centre.id());
        assertThat(responsible.get(page(matter)).text())
                .as("the town's gateway serves its villages")
                .doesNotContain("还没有启用短信网关");

        agrees(responsible, matter, "true");
        assertThat(matters.get(matter.id()).agreesToMessages()).isTrue();
        assertThat(responsible.get(page(matter)).text()).contains("同意接收", "来访人同意接收短信通知", "不再接收");

        agrees(villageLeader, matter, "false");
        assertThat(matters.get(matter.id()).agreesToMessages()).isFalse();
        assertThat(responsible.get(page(matter)).text()).contains("来访人没有同意接收", "来访人不再接收短信通知");
    }

    @Test
    void nobodyElseSaysSo() {
        Matter matter = received(village, "吴小兰", "13800000502");
        String colleague = village.staff().stream()
                .filter(one -> !one.equals(matter.responsible()))
                .findFirst()
                .orElseThrow();
        DeskBrowser stranger = town.as(town.otherOffice.leader());
        for (DeskBrowser other : new DeskBrowser[] {town.as(colleague), stranger}) {
            assertThat(agrees(other, matter, "true").status()).isBetween(403, 404);
        }
        assertThat(matters.get(matter.id()).agreesToMessages()).isFalse();
    }

    @Test
    void withoutANumberThereIsNothingToAgreeTo() {
        Matter matter = received(village, "吴小兰", null);
        DeskBrowser responsible = town.as(matter.responsible());
        assertThat(responsible.get(page(matter)).text()).doesNotContain("来访人没有同意接收");
        assertThat(agrees(responsible, matter, "true").said("wrong")).isPresent();
        assertThat(agrees(responsible, matter, "perhaps").status()).isEqualTo(400);
    }

    @Test
    void aReceptionPointHasOneGatewayAndTellsItsStaffNothingByIt() {
        assertThat(top.get(setup()).text()).contains("短信网关");
        assertThat(add(top, town.centre.id()).redirect()).startsWith("/desk/channels");
        NoticeChannel gateway = channels.of(town.centre.id()).get(0);
        assertThat(gateway.kind()).isEqualTo(ChannelKind.GATEWAY);
        DeskBrowser.Page shown = top.get(setup());
        assertThat(shown.text()).contains("sms.example.org").doesNotContain("添加通知方式");
        assertThat(shown.html()).doesNotContain("very-secret");

        DeskBrowser.Page second = add(top, town.centre.id());
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.text()).contains("本单位已有短信网关");
        top.post(
                "/desk/channels/routes",
                "unit",
                town.centre.id(),
                "kind",
                "MATTER_URGED",
                "channel",
                String.valueOf(gateway.id()),
                "mode",
                "AT_ONCE",
                "wait",
                "",
                "addressed",
                "TOLD");
        assertThat(channels.routes(town.centre.id())).isEmpty();
    }

    @Test
    void aDepartmentHasNoPetitioners() {
        DepartmentInBrowser department = new DepartmentInBrowser(application);
        assertThat(department.manager().get("/desk/channels").text()).doesNotContain("短信网关");
        DeskBrowser.Page refused = add(department.manager(), department.unit);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("只有接访点能给来访人发短信");
        assertThat(channels.of(department.unit)).isEmpty();
    }

    private static DeskBrowser.Page agrees(DeskBrowser who, Matter matter, String agrees) {
        return who.post(page(matter) + "/messages", "agrees", agrees);
    }

    private String setup() {
        return "/desk/channels?unit=" + town.centre.id();
    }

    private static DeskBrowser.Page add(DeskBrowser who, String unit) {
        return who.post("/desk/channels", "unit", unit, "kind", "GATEWAY", "name", "短信", "address", ADDRESS);
    }
}
