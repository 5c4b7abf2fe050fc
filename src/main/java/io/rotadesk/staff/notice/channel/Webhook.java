package io.rotadesk.staff.notice.channel;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Another program. Its answer counts by status. The signature is the HMAC-SHA256 of time, a dot and the body, with the
 * secret as key; a message that is sent again has the same id.
 */
@Component
class Webhook implements Channel {

    private final HttpPost http;
    private final Clock clock;

    Webhook(HttpPost http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public Answer send(ChannelTarget target, MessageText text) {
        return send(target, text.id(), body(text));
    }

    /** @param id the same when it is sent again */
    Answer send(ChannelTarget target, String id, Map<String, Object> members) {
        String body = Bodies.json(members);
        long now = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Rotadesk-Id", id);
        headers.put("X-Rotadesk-Timestamp", Long.toString(now));
        if (target.secret() != null) {
            headers.put("X-Rotadesk-Signature", Signatures.webhook(target.secret(), now, body));
        }
        return http.post(
                target.address(),
                body,
                headers,
                reply -> Answer.accepted("HTTP " + reply.status() + " " + reply.body()));
    }

    static Map<String, Object> body(MessageText text) {
        List<Map<String, Object>> messages = text.items().stream()
                .map(item -> Bodies.of("kind", item.kind(), "text", item.text(), "link", item.link()))
                .toList();
        return Bodies.of("id", text.id(), "unit", text.unitId(), "at", text.at().toString(), "messages", messages);
    }
}
