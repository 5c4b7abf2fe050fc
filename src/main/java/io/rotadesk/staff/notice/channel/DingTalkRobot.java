package io.rotadesk.staff.notice.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A group robot of DingTalk, signed in its address when it has a secret. */
@Component
class DingTalkRobot implements Channel {

    private static final int MOST_BYTES = 18_000;
    /** 130101: more than 20 a minute, blocked for ten. 310000: keyword or signature. 300001: no such token. */
    private static final RobotAnswers ANSWERS =
            new RobotAnswers("errcode", "errmsg", Set.of(130101), Set.of(310000, 300001), Duration.ofMinutes(10));

    private final HttpPost http;
    private final Clock clock;

    DingTalkRobot(HttpPost http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.DINGTALK;
    }

    @Override
    public Answer send(ChannelTarget target, MessageText text) {
        return http.post(signed(target), Bodies.json(body(text)), Map.of(), ANSWERS::of);
    }

    private URI signed(ChannelTarget target) {
        if (target.secret() == null) {
            return target.address();
        }
        long now = clock.millis();
        String sign = URLEncoder.encode(Signatures.dingTalk(target.secret(), now), StandardCharsets.UTF_8);
        String before = target.address().toString();
        return URI.create(before + (before.contains("?") ? "&" : "?") + "timestamp=" + now + "&sign=" + sign);
    }

    static Map<String, Object> body(MessageText text) {
        Map<String, Object> at = Bodies.of("atMobiles", text.mobiles(), "isAtAll", false);
        if (text.isDigest()) {
            return Bodies.of(
                    "msgtype",
                    "markdown",
                    "markdown",
                    Bodies.of("title", text.head(), "text", Bodies.markdown(text, MOST_BYTES)),
                    "at",
                    at);
        }
        return Bodies.of("msgtype", "text", "text", Map.of("content", Bodies.text(text, MOST_BYTES)), "at", at);
    }
}
