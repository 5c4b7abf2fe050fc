package io.rotadesk.staff.erasing;

import io.rotadesk.staff.rota.Contact;

/**
 * Published in the transaction in which the person of a call or visit is erased: every module deletes the texts that it keeps
 * about that contact. That they were there stays.
 */
public record ContactErased(Contact contact) {}
