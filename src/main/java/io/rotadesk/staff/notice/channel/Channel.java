package io.rotadesk.staff.notice.channel;

/** Speaks to the receivers of one kind. */
interface Channel {

    ChannelKind kind();

    /** Sends it now, without a transaction. Never throws for what a receiver or the network does. */
    Answer send(ChannelTarget target, MessageText text);
}
