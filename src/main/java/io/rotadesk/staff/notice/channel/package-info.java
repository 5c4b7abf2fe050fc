/**
 * Reaches people who are not at a screen. A notice becomes messages in an outbox, in the transaction in which it is
 * written; after the commit one node sends them by mail, group robot or webhook, until the receiver has accepted them or
 * they are given up.
 */
package io.rotadesk.staff.notice.channel;
