package io.rotadesk.staff.notice.channel;

import io.rotadesk.staff.notice.channel.MessageText.Item;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A program that sends text messages: the body names one number, and is signed as a webhook's is. */
@Component
class Gateway implements Channel {

    private final Webhook webhook;

    Gateway(Webhook webhook) {
        this.webhook = webhook;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.GATEWAY;
    }

    @Override
    public Answer send(ChannelTarget target, MessageText text) {
        Answer answer = webhook.send(target, text.id(), body(target, text));
        // It may repeat the number.
        return new Answer(answer.outcome(), LastDigits.only(answer.said()), answer.pause());
    }

    /** A test has no number: a gateway refuses it, and shows thereby that it is there. */
    private static Map<String, Object> body(ChannelTarget target, MessageText text) {
        Item item = text.items().get(0);
        return Bodies.of(
                "id",
                text.id(),
                "unit",
                text.unitId(),
                "at",
                text.at().toString(),
                "to",
                target.receiver(),
                "kind",
                item.kind(),
                "text",
                item.text(),
                "link",
                item.link());
    }
}
