/**
 * What an agent needs beside the form of a call or a visit: the handbook, whose customer somebody is, a question to the
 * manager (L2.2b, L2.5, L3.7). Tasklist shows it in a panel; everything here is for the task that the person has in hand.
 */
package io.rotadesk.web.desk.tools;
