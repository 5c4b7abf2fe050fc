package io.rotadesk.staff.notice.channel;

import io.rotadesk.staff.notice.channel.MessageText.Item;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A group robot of Feishu, signed in its body when it has a secret. It cannot mention people by mobile number. */
@Component
class FeishuRobot implements Channel {

    private static final int MOST_BYTES = 18_000;
    /** 11232: too many, often at full and half hours. 19021: signature or time, 19022: address, 19024: keyword, 9499: body. */
    private static final RobotAnswers ANSWERS = new RobotAnswers(
            "code", "msg", Set.of(11232), Set.of(19001, 19021, 19022, 19024, 9499), Duration.ofMinutes(1));

    private final HttpPost http;
    private final Clock clock;

    FeishuRobot(HttpPost http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.FEISHU;
    }

    @Override
    public Answer send(ChannelTarget target, MessageText text) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (target.secret() != null) {
            long now = clock.instant().getEpochSecond();
            body.put("timestamp", Long.toString(now));
            body.put("sign", Signatures.feishu(target.secret(), now));
        }
        body.putAll(body(text));
        return http.post(target.address(), Bodies.json(body), Map.of(), ANSWERS::of);
    }

    static Map<String, Object> body(MessageText text) {
        if (!text.isDigest()) {
            return Bodies.of("msg_type", "text", "content", Map.of("text", Bodies.text(text, MOST_BYTES)));
        }
        List<List<Map<String, Object>>> lines = new ArrayList<>();
        Bodies.fitting(text, MOST_BYTES / 2).forEach(item -> lines.add(List.of(tag(item))));
        Map<String, Object> post = Bodies.of("title", text.head(), "content", lines);
        return Bodies.of("msg_type", "post", "content", Map.of("post", Map.of("zh_cn", post)));
    }

    private static Map<String, Object> tag(Item item) {
        return item.link() == null
                ? Bodies.of("tag", "text", "text", item.text())
                : Bodies.of("tag", "a", "text", item.text(), "href", item.link());
    }
}
