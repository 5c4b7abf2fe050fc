package io.rotadesk.staff.notice.channel;

import java.util.Optional;

/** Knows the people outside to whom messages are sent by a gateway: the outbox keeps no numbers of theirs. */
public interface OutsideReceivers {

    /**
     * Asked right before a message is sent.
     *
     * @param subject of the message
     * @return the number in E.164; empty if the person does not want messages any more, or was erased
     */
    Optional<String> number(String subject);

    /**
     * The gateway has taken a message, or it was given up. Called in the transaction that records that.
     *
     * @param receiver the last digits of the number
     */
    void answered(String subject, String kind, String receiver, boolean sent);
}
