package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * A matter that petitioners brought. What has not happened or is not known is null.
 *
 * @param number what people call it, year and serial; unique in the tree of units
 * @param rootUnitId the unit at the top of the tree
 * @param unitId whose matter it is: another unit's after a transfer was accepted
 * @param receivedBy the unit to which the petitioner came first
 * @param ticketId of the arrival with which it began
 * @param openedBy the login of who registered it
 * @param petitionerPhone E.164 if it can be a phone number, else as it was written
 * @param summary a line written at registration
 * @param destination where the petitioners mean to go: {@code town}, {@code county}, {@code above} (P5)
 * @param responsible the login of the first responsible person (P6)
 * @param account what the petitioner said (P2)
 * @param purpose as written and confirmed by the petitioner (P2)
 * @param category for the summary (P7)
 * @param profile of the deadlines, {@link io.rotadesk.petition.workday.Profile}
 * @param grade {@code ordinary}, {@code major}, {@code difficult} or {@code complex} (P6)
 * @param earlierId an earlier matter that the petitioner named
 * @param joinedInto the matter of which this is a repeat visit
 * @param visits how often they came with it
 * @param dueAt when the deadline passes
 * @param overdueSince null again once more time was approved
 * @param replyToldHow how the petitioner was told what became of it
 * @param satisfied whether the petitioner accepted the reply
 * @param outcome for the summary (P7)
 * @param reopened how often the petitioner came back with it after it was closed
 * @param erasedAt when everything personal was taken out
 */
public record Matter(
        String id,
        String number,
        String rootUnitId,
        String unitId,
        String receivedBy,
        String ticketId,
        Instant openedAt,
        String openedBy,
        String petitionerName,
        String petitionerPhone,
        boolean anonymous,
        int groupSize,
        String summary,
        String destination,
        MatterState state,
        String responsible,
        Instant receivedAt,
        String account,
        String purpose,
        String category,
        String profile,
        String grade,
        String earlierId,
        String joinedInto,
        int visits,
        boolean largeScale,
        Instant dueAt,
        DueKind dueKind,
        Instant overdueSince,
        Instant plannedAt,
        String reply,
        String replyToldHow,
        Instant replyToldAt,
        Boolean satisfied,
        String outcome,
        Instant closedAt,
        String closedBy,
        int reopened,
        Instant reopenedAt,
        Instant erasedAt) {

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isClosed() {
        return state == MatterState.CLOSED;
    }

    public boolean isPlanned() {
        return plannedAt != null;
    }

    /** Whether the deadline was missed and no more time was approved; also of a matter that was closed too late. */
    public boolean isOverdue() {
        return overdueSince != null;
    }
}
