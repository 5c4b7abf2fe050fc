package io.rotadesk.staff.notice.channel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends what is due. Several threads and nodes may do so at once. */
@Component
class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    private final Outbox outbox;
    private final Channels channels;
    private final ReachablePeople people;
    private final ObjectProvider<OutsideReceivers> outside;
    private final MessageWording wording;
    private final Map<ChannelKind, Channel> byKind = new EnumMap<>(ChannelKind.class);

    OutboxSender(
            Outbox outbox,
            Channels channels,
            ReachablePeople people,
            ObjectProvider<OutsideReceivers> outside,
            MessageWording wording,
            List<Channel> kinds) {
        this.outside = outside;
        this.outbox = outbox;
        this.channels = channels;
        this.people = people;
        this.wording = wording;
        kinds.forEach(kind -> byKind.put(kind.kind(), kind));
    }

    /** Sends until nothing is due. */
    void sendDue() {
        sendDue(() -> {});
    }

    /** @param another is run before each parcel is sent, so that another thread can look for the next one */
    void sendDue(Runnable another) {
        Optional<Outbox.Claim> claim = outbox.claim();
        while (claim.isPresent()) {
            Parcel parcel = claim.get().parcel();
            if (parcel != null) {
                another.run();
                send(parcel);
            }
            claim = outbox.claim();
        }
    }

    private void send(Parcel parcel) {
        String receiver = receiver(parcel).orElse(null);
        if (parcel.isOutside() && receiver == null) {
            outbox.notNeeded(parcel);
            return;
        }
        Answer answer = answer(parcel, receiver);
        log.debug("{} of unit {}: {}", parcel.kind(), parcel.unitId(), answer.outcome());
        outbox.answered(parcel, answer);
    }

    /** A person's mail address, or number; empty for a group. */
    private Optional<String> receiver(Parcel parcel) {
        if (parcel.isOutside()) {
            return Optional.ofNullable(outside.getIfAvailable())
                    .flatMap(receivers ->
                            receivers.number(parcel.messages().get(0).subject()));
        }
        return Optional.ofNullable(parcel.login())
                .map(login -> people.get(login).mail());
    }

    private Answer answer(Parcel parcel, String receiver) {
        try {
            return send(parcel.kind(), parcel.channelId(), receiver, wording.of(parcel));
        } catch (RuntimeException e) {
            log.warn("A message of unit {} could not be sent", parcel.unitId(), e);
            return Answer.failed(e.getClass().getSimpleName());
        }
    }

    /** Sends a message that shows whether the channel works, beside the outbox. */
    Answer test(NoticeChannel channel, String by, String mail) {
        return send(channel.kind(), channel.id(), mail, wording.test(channel, by));
    }

    private Answer send(ChannelKind kind, long channelId, String mail, MessageText text) {
        try {
            return byKind.get(kind).send(channels.target(channelId, mail), text);
        } catch (Seal.BrokenSealException e) {
            return Answer.refused("rotadesk.notify.key is not the key of this channel: make the channel again");
        }
    }
}
