package io.rotadesk.web.desk.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.notice.channel.Channels;
import io.rotadesk.staff.notice.channel.NoticeChannel;
import io.rotadesk.staff.notice.channel.OutboxMessage;
import io.rotadesk.staff.notice.channel.ReachablePeople;
import io.rotadesk.staff.notice.channel.Route;
import io.rotadesk.staff.notice.channel.SentMessages;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
class ChannelPagesTest {

    private static final String ADDRESS = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=9f3c-very-secret";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Channels channels;

    @Autowired
    ReachablePeople people;

    @Autowired
    SentMessages messages;

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient db;

    DepartmentInBrowser department;
    DeskBrowser manager;
    String unit;

    @BeforeEach
    void aDepartment() {
        department = new DepartmentInBrowser(application);
        manager = department.manager();
        unit = department.unit;
    }

    @AfterEach
    void nothingIsLeftToSend() {
        channels.of(unit).forEach(channel -> channels.remove(unit, channel.id()));
    }

    @Test
    void aManagerAddsAChannelWhoseAddressIsNeverShownAgain() {
        assertThat(manager.get("/desk/channels").text()).contains("还没有渠道", "只在轮值台上提醒");
        add("WECOM", "招商群", ADDRESS);

        var page = manager.get("/desk/channels");
        assertThat(page.text()).contains("招商群", "qyapi.weixin.qq.com", "启用");
        assertThat(page.html()).doesNotContain("very-secret");
        assertThat(only().toString()).doesNotContain("very-secret");
    }

    @Test
    void badInputIsRefusedBesideTheFieldAndTheAddressNotRepeated() {
        var page = manager.post(
                "/desk/channels",
                "unit",
                unit,
                "kind",
                "DINGTALK",
                "name",
                "",
                "address",
                "ftp://example.org/very-secret");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("请填写名称", "请填写以 https 开头的完整地址");
        assertThat(page.html()).doesNotContain("very-secret");
        assertThat(manager.post("/desk/channels/hours", "unit", unit, "from", "22:00", "digest", "30")
                        .status())
                .isEqualTo(400);
        assertThat(channels.of(unit)).isEmpty();
    }

    @Test
    void theWayOfAKindHasStepsInOrder() {
        add("WECOM", "招商群", ADDRESS);
        add("MAIL", "邮件", "");
        List<NoticeChannel> all = channels.of(unit);
        step("CALL_UNANSWERED", all.get(0), "ALWAYS", "", "NOBODY");
        step("CALL_UNANSWERED", all.get(1), "AT_ONCE", "10", "MANAGERS");

        assertThat(manager.get("/desk/channels").text()).contains("10 分钟未读： 邮件", "立即，包括免打扰时段");
        assertThat(channels.routes(unit)).extracting(Route::step).containsExactly(1, 2);

        manager.post("/desk/channels/routes/CALL_UNANSWERED/1/remove", "unit", unit);
        assertThat(channels.routes(unit))
                .extracting(Route::channelId)
                .containsExactly(all.get(1).id());

        DeskBrowser.Page refused = step("CALL_UNANSWERED", all.get(1), "AT_ONCE", "soon", "MANAGERS");
        assertThat(channels.routes(unit)).hasSize(1);
        assertThat(manager.follow(refused).html())
                .as("what was chosen stays")
                .contains("value=\"soon\"", "value=\"" + all.get(1).id() + "\" selected", "value=\"MANAGERS\" selected")
                .containsPattern("value=\"CALL_UNANSWERED\"\\s+checked");
    }

    @Test
    void quietHoursAndDigestsAreSet() {
        manager.post("/desk/channels/hours", "unit", unit, "from", "22:00", "to", "08:00", "digest", "15");
        assertThat(channels.hours(unit).quiet().from()).isEqualTo(LocalTime.of(22, 0));
        assertThat(channels.hours(unit).digestMinutes()).isEqualTo(15);
        assertThat(manager.get("/desk/channels").html()).contains("value=\"22:00\"", "value=\"08:00\"", "value=\"15\"");
    }

    @Test
    void theTestButtonShowsWhatTheReceiverSays() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            add("WECOM", "招商群", "http://127.0.0.1:" + server.getAddress().getPort() + "/send?key=1");
            var page = manager.post("/desk/channels/" + only().id() + "/test", "unit", unit);
            assertThat(page.text()).contains("“招商群”拒收", "errcode 93000 invalid webhook url");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aChannelIsTurnedOffAndRemoved() {
        add("WECOM", "招商群", ADDRESS);
        long id = only().id();
        manager.post("/desk/channels/" + id + "/switch", "unit", unit, "active", "false");
        assertThat(only().active()).isFalse();
        manager.post("/desk/channels/" + id + "/remove", "unit", unit);
        assertThat(channels.of(unit)).isEmpty();
    }

    @Test
    void everyMessageIsListedPageByPageAndCanBeSentAgain() {
        add("WECOM", "招商群", ADDRESS);
        step("QUESTION_ASKED", only(), "AT_ONCE", "", "TOLD");
        String agent = department.login("A", 1);
        for (int i = 0; i < 60; i++) {
            notices.tell(NoticeKind.QUESTION_ASKED, unit, List.of(agent), "subject" + i, "/desk", "孙丽");
        }
        OutboxMessage oldest = messages.of(unit, null, null, null, 100).get(59);
        db.sql("update notice_message set state = 'GIVEN_UP', tries = 6, answer = 'HTTP 503 later' where id = ?")
                .param(oldest.id())
                .update();

        var first = manager.get("/desk/channels/sent");
        assertThat(first.text())
                .contains("1 条消息没有送达", "孙丽 有一个问题请您答复", "安一", "等待发送")
                .doesNotContain("HTTP 503");
        assertThat(first.html().split("<tr>|<tr ").length - 2).isEqualTo(50);
        long last = messages.of(unit, null, null, null, 50).get(49).id();
        assertThat(manager.get("/desk/channels/sent?before=" + last).text()).contains("HTTP 503 later");
        assertThat(manager.get("/desk/channels/sent?state=GIVEN_UP&channel=" + only().id())
                        .text())
                .contains("HTTP 503 later", "重新发送");

        manager.post("/desk/channels/sent/" + oldest.id() + "/again", "unit", unit);

        assertThat(messages.of(unit, OutboxMessage.State.GIVEN_UP, null, null, 10))
                .isEmpty();
        assertThat(messages.of(unit, OutboxMessage.State.WAITING, null, null, 100))
                .hasSize(60);
    }

    @Test
    void everybodySetsTheirOwnAddressAndNobodyElses() {
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.get("/desk/channels/own").text()).contains("我的邮箱").doesNotContain("发送记录");

        assertThat(agent.post("/desk/channels/own", "mail", "not an address").status())
                .isEqualTo(400);
        agent.post("/desk/channels/own", "mail", "an@example.org", "from", "20:00", "to", "07:00", "kind", "DISPUTE");

        var own = people.get(department.login("A", 1));
        assertThat(own.mail()).isEqualTo("an@example.org");
        assertThat(own.kinds()).containsExactly(NoticeKind.DISPUTE);
        assertThat(people.get(department.login("A", 2)).mail()).isNull();
        assertThat(manager.get("/desk/channels").html()).doesNotContain("an@example.org");
    }

    @Test
    void channelsAreForLeadersOfTheUnitOnly() {
        add("WECOM", "招商群", ADDRESS);
        String path = "/desk/channels/" + only().id();
        for (DeskBrowser other : List.of(department.agent("A", 1), new DepartmentInBrowser(application).manager())) {
            assertThat(other.get("/desk/channels?unit=" + unit).status()).isEqualTo(403);
            assertThat(other.get("/desk/channels/sent?unit=" + unit).status()).isEqualTo(403);
            assertThat(other.post(path + "/remove", "unit", unit).status()).isEqualTo(403);
            assertThat(other.post(path + "/test", "unit", unit).status()).isEqualTo(403);
            assertThat(other.post("/desk/channels/sent/1/again", "unit", unit).status())
                    .isEqualTo(403);
        }
        assertThat(department.agent("A", 1).get("/desk/channels").status()).isEqualTo(403);
        // Another unit's channel, asked for in one's own.
        DepartmentInBrowser elsewhere = new DepartmentInBrowser(application);
        assertThat(elsewhere
                        .manager()
                        .post(path + "/remove", "unit", elsewhere.unit)
                        .status())
                .isEqualTo(404);
        assertThat(manager.send(MockMvcRequestBuilders.post(path + "/remove").param("unit", unit))
                        .status())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(channels.of(unit)).hasSize(1);
        assertThat(department.administrator().get("/desk/channels?unit=" + unit).text())
                .contains("招商群");
    }

    @Test
    void pagesSpeakBothLanguages() {
        add("FEISHU", "group", "https://open.feishu.cn/open-apis/bot/v2/hook/1");
        step("DISPUTE", only(), "DIGEST", "", "NOBODY");
        for (String path : List.of("/desk/channels", "/desk/channels/sent", "/desk/channels/own")) {
            assertThat(manager.in(Locale.ENGLISH).get(path).text())
                    .doesNotContain("??")
                    .contains("Channels");
            assertThat(manager.get(path).text()).doesNotContain("??").contains("通知渠道");
        }
    }

    private void add(String kind, String name, String address) {
        var answer = manager.post("/desk/channels", "unit", unit, "kind", kind, "name", name, "address", address);
        assertThat(answer.redirect()).startsWith("/desk/channels");
    }

    private DeskBrowser.Page step(String kind, NoticeChannel channel, String mode, String wait, String addressed) {
        return manager.post(
                "/desk/channels/routes",
                "unit",
                unit,
                "kind",
                kind,
                "channel",
                String.valueOf(channel.id()),
                "mode",
                mode,
                "wait",
                wait,
                "addressed",
                addressed);
    }

    private NoticeChannel only() {
        assertThat(channels.of(unit)).hasSize(1);
        return channels.of(unit).get(0);
    }
}
