package io.rotadesk.web.desk.tools;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Unit;

/**
 * A task beside whose form there are tools.
 *
 * @param contact the call or visit that it is about; null if it is about none
 * @param mayAsk whether a question to the manager can come up in it
 */
record TaskInHand(String id, Unit unit, Contact contact, boolean mayAsk) {}
