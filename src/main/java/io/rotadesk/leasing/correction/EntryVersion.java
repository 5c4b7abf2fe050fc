package io.rotadesk.leasing.correction;

import io.rotadesk.staff.rota.Contact;
import java.time.Instant;

/**
 * An entry as it was before a correction.
 *
 * @param number from 1
 * @param writtenBy the login of the person who wrote this version; null if it is not known
 * @param replacedBy the login of the person who corrected it
 * @param reason why it was corrected; null once the person is erased
 */
public record EntryVersion(
        Contact contact,
        int number,
        EntryText text,
        String writtenBy,
        Instant writtenAt,
        String replacedBy,
        Instant replacedAt,
        String reason) {}
