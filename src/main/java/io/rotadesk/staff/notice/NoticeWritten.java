package io.rotadesk.staff.notice;

/** Published in the transaction in which a person is told something. */
public record NoticeWritten(Notice notice) {}
