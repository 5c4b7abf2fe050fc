package io.rotadesk.leasing.calllist;

import java.time.Instant;

/**
 * A row of a phone system's list. A call that rang at several phones may have several rows with one id.
 *
 * @param id the phone system's id; null if the list has none
 * @param from the caller's number as written; null if it is withheld
 * @param at when the call came
 * @param extension the phone at which it rang or was picked up; null if the list does not say
 * @param answered null if the list does not say
 * @param rangFor seconds; null if the list does not say
 * @param incoming false for a call that went out or stayed inside
 */
public record ListedCall(
        String id, String from, Instant at, String extension, Boolean answered, Integer rangFor, boolean incoming) {}
