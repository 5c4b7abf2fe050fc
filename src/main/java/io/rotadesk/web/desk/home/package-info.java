/**
 * The start page. An agent's own desk; for those who lead a unit everything that the procedures give them, with the
 * action beside it (L2.1, L3.1, L3.2, L3.7, L3.8).
 */
package io.rotadesk.web.desk.home;
