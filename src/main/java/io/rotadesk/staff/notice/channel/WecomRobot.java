package io.rotadesk.staff.notice.channel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A group robot of WeCom. Only its plain text can mention people by their mobile numbers. */
@Component
class WecomRobot implements Channel {

    private static final int TEXT_BYTES = 2048;
    private static final int MARKDOWN_BYTES = 4096;
    /** 45009: more than 20 a minute. 93000: no such robot. 40008, 40058, 44004: the message is not well-formed. */
    private static final RobotAnswers ANSWERS = new RobotAnswers(
            "errcode", "errmsg", Set.of(45009), Set.of(93000, 40008, 40058, 44004), Duration.ofMinutes(1));

    private final HttpPost http;

    WecomRobot(HttpPost http) {
        this.http = http;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WECOM;
    }

    @Override
    public Answer send(ChannelTarget target, MessageText text) {
        return http.post(target.address(), Bodies.json(body(text)), Map.of(), ANSWERS::of);
    }

    static Map<String, Object> body(MessageText text) {
        if (text.isDigest()) {
            return Bodies.of(
                    "msgtype", "markdown", "markdown", Map.of("content", Bodies.markdown(text, MARKDOWN_BYTES)));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("content", Bodies.text(text, TEXT_BYTES));
        if (!text.mobiles().isEmpty()) {
            content.put("mentioned_mobile_list", List.copyOf(text.mobiles()));
        }
        return Bodies.of("msgtype", "text", "text", content);
    }
}
