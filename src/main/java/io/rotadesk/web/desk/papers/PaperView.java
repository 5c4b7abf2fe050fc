package io.rotadesk.web.desk.papers;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.paper.Delivery;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperState;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.matters.AttachmentCard;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * A paper as its page shows it.
 *
 * @param kind the name of its kind
 * @param edits whether the reader writes it
 * @param leads whether the reader leads the unit that issues it
 * @param needsLeader whether a leader must sign it
 * @param versions all versions, oldest first
 * @param about the paper whose receipt it is; null for every other kind
 * @param attachments those of the paper itself
 * @param template the version of the template, in words
 * @param people names by login
 * @param now the unit's time to the minute, as a form has it
 */
record PaperView(
        Paper paper,
        Matter matter,
        Unit unit,
        String kind,
        boolean edits,
        boolean leads,
        boolean needsLeader,
        List<Paper> versions,
        Paper about,
        AttachmentCard attachments,
        String template,
        Sheet sheet,
        Map<String, String> people,
        LocalDateTime now) {

    /** Whether the reader can change the words now. */
    public boolean isEditable() {
        return edits && paper.isDraft();
    }

    public boolean isSignable() {
        return leads && paper.state() == PaperState.HANDED_IN;
    }

    public boolean isReturnable() {
        return (leads || edits) && paper.state() == PaperState.HANDED_IN;
    }

    public boolean isDeliverable() {
        return edits && paper.state() == PaperState.SIGNED && paper.kind().isDelivered();
    }

    /** Whether a new version can be begun, or there is one. */
    public boolean isCorrectable() {
        return edits
                && (paper.state() == PaperState.SIGNED || paper.state() == PaperState.DELIVERED)
                && versions.stream().noneMatch(one -> one.version() > paper.version());
    }

    /** Whether the reader can make a receipt for it. */
    public boolean isReceiptable() {
        return edits
                && paper.kind().isDelivered()
                && (paper.state() == PaperState.SIGNED || paper.state() == PaperState.DELIVERED);
    }

    public Delivery.How[] ways() {
        return Delivery.How.values();
    }

    /** @return null for null */
    public String name(String login) {
        return login == null ? null : people.getOrDefault(login, login);
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? "" : unit.clock().dayAndTime(instant);
    }
}
