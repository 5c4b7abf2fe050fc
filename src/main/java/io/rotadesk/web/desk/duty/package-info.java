/**
 * Who is on duty: the board of a day, which follows what happens by events, the manager's changes to days, the turn ledger
 * in sentences, and "why this agent?".
 */
package io.rotadesk.web.desk.duty;
