package io.rotadesk.staff.notice.channel;

import org.springframework.stereotype.Component;

/** Shows whether a channel works, by a message that goes at once. It counts for the service's limit like any other. */
@Component
public class ChannelTests {

    private final OutboxSender sender;
    private final Outbox outbox;
    private final ReachablePeople people;

    ChannelTests(OutboxSender sender, Outbox outbox, ReachablePeople people) {
        this.sender = sender;
        this.outbox = outbox;
        this.people = people;
    }

    /**
     * Call it without a transaction: it waits for the receiver.
     *
     * @param login the person who tests; mail goes to them
     * @param name of that person
     * @return the receiver's own answer; {@link Answer.Outcome#LIMITED} without asking when the channel must pause
     */
    public Answer send(NoticeChannel channel, String login, String name) {
        String mail = channel.kind().isGroup() ? null : people.get(login).mail();
        if (!outbox.countTest(channel)) {
            return Answer.limited("", null);
        }
        return sender.test(channel, name, mail);
    }
}
