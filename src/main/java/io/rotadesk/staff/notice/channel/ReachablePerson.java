package io.rotadesk.staff.notice.channel;

import io.rotadesk.staff.notice.NoticeKind;
import java.util.Set;

/**
 * Where and when a person wants to be reached.
 *
 * @param mail their e-mail address; null if they gave none
 * @param quiet their own quiet hours, in place of the unit's
 * @param kinds what they want by mail at once, whatever the unit has set up
 */
public record ReachablePerson(String login, String mail, QuietHours quiet, Set<NoticeKind> kinds) {

    public ReachablePerson {
        kinds = Set.copyOf(kinds);
    }

    static ReachablePerson unknown(String login) {
        return new ReachablePerson(login, null, QuietHours.NONE, Set.of());
    }
}
