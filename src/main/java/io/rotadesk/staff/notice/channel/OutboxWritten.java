package io.rotadesk.staff.notice.channel;

/** Published in a transaction that has written messages, or made some due. */
record OutboxWritten() {}
