package io.rotadesk.staff.notice.channel;

import java.net.URI;

/**
 * Where a message goes. Its text leaves address and secret out: both grant access.
 *
 * @param address of a group or webhook; null for mail
 * @param secret for the signature; null if there is none
 * @param receiver the person's mail address or, by a gateway, number in E.164; null for groups
 */
record ChannelTarget(URI address, String secret, String receiver) {

    @Override
    public String toString() {
        return "ChannelTarget";
    }
}
