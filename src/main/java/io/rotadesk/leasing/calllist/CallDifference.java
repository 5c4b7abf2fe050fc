package io.rotadesk.leasing.calllist;

import java.time.Instant;

/**
 * A call about which a phone system's list and the register do not agree.
 *
 * @param id null before it is kept
 * @param at when the call came, by the list; by the register if the list does not have it
 * @param listedId the id in the list; null if it has none, or not this call
 * @param callId the id of the call in the register; null if it is not there
 * @param number the caller's number as the list writes it; null if it is withheld or not listed
 * @param answered whether somebody picked up, by the list; null if it does not say
 * @param extension where somebody picked up, or where it rang too long; null if the list does not say
 * @param rangFor for how many seconds; null unless it rang too long
 */
public record CallDifference(
        Long id,
        String unitId,
        DifferenceKind kind,
        Instant at,
        String listedId,
        String callId,
        String number,
        Boolean answered,
        String extension,
        Integer rangFor) {

    /** Whether the call can be entered in the register now. */
    public boolean canBeEntered() {
        return kind == DifferenceKind.NEVER_ARRIVED;
    }
}
