package io.rotadesk.staff.notice;

/** Published in the transaction in which something needs nobody's attention any more. */
public record NoticesSettled(NoticeKind kind, String unitId, String subject) {}
