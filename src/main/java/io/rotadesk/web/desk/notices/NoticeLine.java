package io.rotadesk.web.desk.notices;

import io.rotadesk.staff.notice.NoticeKind;
import java.time.Instant;

/**
 * A notice as a screen shows it.
 *
 * @param link the page where the person can act, from the root of the application; null if there is none
 */
record NoticeLine(long id, NoticeKind kind, String text, String link, Instant at) {}
