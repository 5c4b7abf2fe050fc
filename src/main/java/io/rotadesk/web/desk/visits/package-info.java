/**
 * The pages of visitors: the reception, which shows who waits, who is expected and who is with whom (L3.1, L3.2), and
 * the visit register with its entries (L3.8).
 */
package io.rotadesk.web.desk.visits;
