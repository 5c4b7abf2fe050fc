package io.rotadesk.staff.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.staff.notice.channel.Answer.Outcome;
import io.rotadesk.staff.notice.channel.MessageText.Item;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent to each receiver, and what its answers mean. */
class RobotsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000L);
    private static final String PAGE = "https://desk.example.org/desk/calls/entry/1";

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final HttpPost http = new HttpPost(new AddressCheck(true, true), Duration.ofSeconds(1));
    private final RobotServer server = new RobotServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signaturesAreThoseOfTheServices() {
        assertThat(Signatures.dingTalk("SECtest", 1_700_000_000_000L))
                .isEqualTo("aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g=");
        assertThat(Signatures.feishu("SECtest", 1_700_000_000L))
                .isEqualTo("G7XpBpG8NgG02fJOAhX6FRAObIljmFoxVReo8I62pEk=");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"MAIL", "GATEWAY"},
            mode = EnumSource.Mode.EXCLUDE)
    void bodiesAreThoseOfTheServices(ChannelKind kind) throws IOException {
        for (boolean digest : List.of(false, true)) {
            send(kind, digest ? digest() : one(), null);
            List<RobotServer.Received> received = server.received();
            String file = kind.name().toLowerCase(java.util.Locale.ROOT) + (digest ? "-digest" : "") + ".json";
            assertThat(JSON.readTree(received.get(received.size() - 1).body()))
                    .as(file)
                    .isEqualTo(golden(file));
        }
    }

    @Test
    void theGatewayIsSentOneNumberAndOneText() throws IOException {
        new Gateway(new Webhook(http, clock)).send(new ChannelTarget(server.address(), null, "+8613800000001"), one());
        assertThat(JSON.readTree(server.received().get(0).body())).isEqualTo(golden("gateway.json"));
    }

    @Test
    void aSignedMessageShowsItsSignatureWhereTheServiceLooksForIt() throws IOException {
        send(ChannelKind.DINGTALK, one(), "SECtest");
        send(ChannelKind.FEISHU, one(), "SECtest");
        send(ChannelKind.WEBHOOK, one(), "SECtest");

        assertThat(server.received().get(0).query())
                .isEqualTo("key=very-secret&timestamp=1700000000000&sign="
                        + URLEncoder.encode("aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g=", StandardCharsets.UTF_8));
        JsonNode feishu = JSON.readTree(server.received().get(1).body());
        assertThat(feishu.get("timestamp").asText()).isEqualTo("1700000000");
        assertThat(feishu.get("sign").asText()).isEqualTo("G7XpBpG8NgG02fJOAhX6FRAObIljmFoxVReo8I62pEk=");
        RobotServer.Received webhook = server.received().get(2);
        assertThat(webhook.header("X-rotadesk-timestamp")).isEqualTo("1700000000");
        assertThat(webhook.header("X-rotadesk-signature"))
                .isEqualTo(Signatures.webhook("SECtest", 1_700_000_000L, webhook.body()));
    }

    /** All services answer with HTTP 200 whatever has happened. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WECOM    | {\"errcode\":0,\"errmsg\":\"ok\"}                       | ACCEPTED",
                "WECOM    | {\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}  | REFUSED",
                "WECOM    | {\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}| LIMITED",
                "WECOM    | {\"errcode\":-1,\"errmsg\":\"system busy\"}             | FAILED",
                "DINGTALK | {\"errcode\":310000,\"errmsg\":\"sign not match\"}      | REFUSED",
                "DINGTALK | {\"errcode\":130101,\"errmsg\":\"send too fast\"}       | LIMITED",
                "FEISHU   | {\"code\":0,\"msg\":\"success\"}                        | ACCEPTED",
                "FEISHU   | {\"code\":19021,\"msg\":\"sign match fail\"}            | REFUSED",
                "FEISHU   | {\"code\":19024,\"msg\":\"Key Words Not Found\"}        | REFUSED",
                "FEISHU   | {\"code\":11232,\"msg\":\"frequency limited\"}          | LIMITED",
                "FEISHU   | {\"errcode\":0}                                         | FAILED",
                "WECOM    | <html>login</html>                                      | FAILED",
                "WECOM    | {\"errcode\":\"0\"}                                     | FAILED"
            })
    void successIsReadInTheBody(ChannelKind kind, String body, Outcome outcome) {
        server.answers(200, body);
        assertThat(send(kind, one(), null).outcome()).isEqualTo(outcome);
    }

    @Test
    void theServiceDecidesHowLongNothingIsSent() {
        server.answers(200, "{\"errcode\":130101,\"errmsg\":\"send too fast\"}").answers(429, "", "Retry-After", "7");

        assertThat(send(ChannelKind.DINGTALK, one(), null).pause()).isEqualTo(Duration.ofMinutes(10));
        Answer answer = send(ChannelKind.WEBHOOK, one(), null);
        assertThat(answer.outcome()).isEqualTo(Outcome.LIMITED);
        assertThat(answer.pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void anAnswerThatMayChangeLaterIsNoRefusal() {
        server.answers(500, "oops").answers(404, "no hook").answers(302, "", "Location", "http://127.0.0.1/other");
        assertThat(send(ChannelKind.WEBHOOK, one(), null).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(send(ChannelKind.WEBHOOK, one(), null).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(send(ChannelKind.WEBHOOK, one(), null).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void aServerThatIsSlowAwayOrBreaksOffIsTriedLaterAndItsAddressNamedNowhere() {
        server.neverAnswers();
        Answer slow = send(ChannelKind.WECOM, one(), null);
        server.breaksOff();
        Answer cut = send(ChannelKind.WECOM, one(), null);
        server.close();
        Answer away = send(ChannelKind.WECOM, one(), null);

        assertThat(Stream.of(slow, cut, away)).allSatisfy(answer -> {
            assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(answer.said()).isNotBlank().doesNotContain("secret", "127.0.0.1");
        });
    }

    @ParameterizedTest
    @EnumSource(
            names = {"MAIL", "GATEWAY"},
            mode = EnumSource.Mode.EXCLUDE)
    void aLongDigestIsCutAndSaysSo(ChannelKind kind) throws IOException {
        MessageText text = new MessageText(
                "m1",
                "guangan",
                NOW,
                "【轮值台】招商部：100 条提醒",
                Collections.nCopies(100, new Item("TASK_LATE", "很长".repeat(100), PAGE)),
                List.of(),
                new Item(null, "还有更多", "https://desk.example.org/desk/notices"));
        send(kind, text, null);
        String body = server.received().get(0).body();
        if (kind != ChannelKind.WEBHOOK) {
            assertThat(body).contains("还有更多");
            assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000);
        }
        if (kind == ChannelKind.WECOM) {
            String content = JSON.readTree(body).at("/markdown/content").asText();
            assertThat(content.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/x", "https://localhost/x", "https://10.1.2.3/x", "https://192.168.1.1/x",
        "https://172.16.0.9/x", "https://169.254.169.254/latest", "https://[::1]/x", "https://[fd00::1]/x",
        "https://[fe80::1]/x", "https://100.64.0.1/x", "https://0.0.0.0/x", "https://[::ffff:10.0.0.1]/x",
        "https://[64:ff9b::7f00:1]/x", "https://2130706433/x"
    })
    void nothingIsSentIntoOurOwnNetwork(String address) {
        HttpPost strict = new HttpPost(new AddressCheck(false, true), Duration.ofSeconds(1));
        Answer answer = strict.post(URI.create(address), "{}", Map.of(), reply -> Answer.accepted("sent"));
        assertThat(answer.outcome()).isNotEqualTo(Outcome.ACCEPTED);
        assertThat(answer.said()).doesNotContain("No connection");
    }

    @Test
    void onlyHttpsIsTakenUnlessTheInstallationAllowsMore() {
        AddressCheck strict = new AddressCheck(false, false);
        assertThat(strict.isWellFormed(URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1")))
                .isTrue();
        assertThat(strict.isWellFormed(URI.create("http://qyapi.weixin.qq.com/")))
                .isFalse();
        assertThat(strict.isWellFormed(URI.create("https://user:pass@example.org/")))
                .isFalse();
        assertThat(strict.isWellFormed(URI.create("file:///etc/passwd"))).isFalse();
        assertThat(strict.isWellFormed(URI.create("mailto:a@example.org"))).isFalse();
    }

    private Answer send(ChannelKind kind, MessageText text, String secret) {
        ChannelTarget target = new ChannelTarget(server.address(), secret, null);
        Channel channel = switch (kind) {
            case WECOM -> new WecomRobot(http);
            case DINGTALK -> new DingTalkRobot(http, clock);
            case FEISHU -> new FeishuRobot(http, clock);
            case WEBHOOK -> new Webhook(http, clock);
            case GATEWAY -> new Gateway(new Webhook(http, clock));
            case MAIL -> throw new IllegalArgumentException("mail has no address");
        };
        assertThat(channel.kind()).isEqualTo(kind);
        return channel.send(target, text);
    }

    private static MessageText one() {
        Item item = new Item("CALL_UNANSWERED", "来电（…0001）无人接听，09:00 打来，请安排接听人。", PAGE);
        return new MessageText("m7", "guangan", NOW, "【轮值台】广安招商部", List.of(item), List.of("13900000098"), null);
    }

    private static MessageText digest() {
        return new MessageText(
                "m7",
                "guangan",
                NOW,
                "【轮值台】广安招商部：2 条提醒",
                List.of(new Item("CALL_UNANSWERED", "来电（…0001）无人接听。", PAGE), new Item("MESSAGE", "孙丽 给您留了[话]。", null)),
                List.of(),
                new Item(null, "还有更多", "https://desk.example.org/desk/notices"));
    }

    private static JsonNode golden(String file) throws IOException {
        try (var stream = RobotsTest.class.getResourceAsStream("/notice-channel/" + file)) {
            return JSON.readTree(stream);
        }
    }
}
