package io.rotadesk.staff.rota;

/**
 * A contact that is over or never existed, and from which somebody was freed just now.
 *
 * @param unitId the unit of the agent who was engaged with it
 * @param contactId the id of the contact
 */
record FreedContact(String unitId, String contactId) {}
