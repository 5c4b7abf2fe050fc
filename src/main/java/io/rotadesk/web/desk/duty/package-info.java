/**
 * The pages of duty: the board of a day, which is updated live, the manager's changes to days, the turn ledger in
 * sentences, and "why this agent?".
 */
package io.rotadesk.web.desk.duty;
