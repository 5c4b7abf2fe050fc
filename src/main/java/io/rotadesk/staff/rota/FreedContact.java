package io.rotadesk.staff.rota;

/**
 * Something that is over or was never there, and that somebody was engaged with until now.
 *
 * @param unitId the unit of whoever was engaged with it
 * @param contactId its id, whatever it is
 */
public record FreedContact(String unitId, String contactId) {}
