/**
 * Tells persons what they must know: the manager that a call found nobody, an agent that their question was answered. A
 * notice is written in the transaction of what it tells; screens hear of it after the commit.
 */
package io.rotadesk.staff.notice;
