package io.rotadesk.web.desk.channels;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.notice.channel.ChannelKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A new channel as it was typed. Address and secret are not shown again, not even when something else was wrong.
 *
 * @param kind null when none was chosen
 */
record ChannelForm(ChannelKind kind, String name, String address, String secret) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int LONGEST_SECRET = 200;

    ChannelForm {
        name = SafeText.orNull(name);
        address = SafeText.orNull(address);
        secret = SafeText.orNull(secret);
    }

    static ChannelForm empty() {
        return new ChannelForm(null, null, null, null);
    }

    /** WeCom's robots sign nothing, and mail has the server's login. */
    String secretOf() {
        return kind == ChannelKind.WECOM || kind == ChannelKind.MAIL ? null : secret;
    }

    /** @return keys of the reasons, by field; empty if all is well */
    Map<String, String> wrong(Predicate<String> takesAddress) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (kind == null) {
            wrong.put("kind", "desk.channels.kind.wrong");
        }
        if (name == null || name.length() > LONGEST_NAME) {
            wrong.put("name", "desk.channels.name.wrong");
        }
        boolean tooLong = address != null && address.length() > LONGEST_ADDRESS;
        if (kind != null && kind.isGroup() && (address == null || tooLong || !takesAddress.test(address))) {
            wrong.put("address", "desk.channels.address.wrong");
        }
        if (secret != null && secret.length() > LONGEST_SECRET) {
            wrong.put("secret", "desk.channels.secret.wrong");
        }
        return wrong;
    }
}
