package io.rotadesk.web.desk.notices;

import io.rotadesk.staff.notice.NoticeWording;
import io.rotadesk.staff.notice.Notices;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A person's unread notices in words. */
@Component
class NoticeLines {

    private final Notices notices;
    private final NoticeWording wording;

    NoticeLines(Notices notices, NoticeWording wording) {
        this.notices = notices;
        this.wording = wording;
    }

    /** Latest first. */
    List<NoticeLine> unread(String login, Locale language) {
        return notices.unread(login).stream()
                .map(notice -> new NoticeLine(
                        notice.id(), notice.kind(), wording.of(notice, language), notice.link(), notice.at()))
                .toList();
    }
}
