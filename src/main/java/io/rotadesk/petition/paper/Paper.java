package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import java.time.Instant;

/**
 * One version of a paper. What can happen to it are its methods: each answers with the paper as it is then, and throws a
 * {@link WrongStateException} in a state in which that cannot happen. What has not happened is null.
 *
 * @param unitId the unit that issues it
 * @param origin the version of the template from which it was made
 * @param version from 1; a correction is the next one
 */
public record Paper(
        PaperId id,
        MatterId matterId,
        String unitId,
        PaperKind kind,
        PaperState state,
        Wording wording,
        Origin origin,
        int version,
        PaperLink links,
        Writing writing,
        HandingIn handingIn,
        Signing signing,
        Delivery delivery) {

    /** @param about the paper whose receipt it is; null for every other kind */
    static Paper begun(
            PaperId id,
            MatterId matterId,
            String unitId,
            PaperKind kind,
            Wording wording,
            Origin origin,
            PaperId about,
            String by,
            Instant now) {
        return new Paper(
                id,
                matterId,
                unitId,
                kind,
                PaperState.DRAFT,
                wording,
                origin,
                1,
                new PaperLink(null, about),
                new Writing(by, now, by, now),
                HandingIn.NOT_YET,
                Signing.NOT_YET,
                Delivery.NOT_YET);
    }

    /** A draft of the next version, with the same text. */
    Paper corrected(PaperId newId, String by, Instant now) {
        in("corrected", PaperState.SIGNED, PaperState.DELIVERED);
        return new Paper(
                newId,
                matterId,
                unitId,
                kind,
                PaperState.DRAFT,
                wording,
                origin,
                version + 1,
                new PaperLink(id, links.about()),
                new Writing(by, now, by, now),
                HandingIn.NOT_YET,
                Signing.NOT_YET,
                Delivery.NOT_YET);
    }

    Paper edited(Wording words, String by, Instant now) {
        in("edited", PaperState.DRAFT);
        return with(words, writing.edited(by, now));
    }

    Paper handedIn(String by, Instant now) {
        in("handed in", PaperState.DRAFT);
        return with(PaperState.HANDED_IN, new HandingIn(by, now, null));
    }

    /** @param why the leader's words; null if its author takes it back */
    Paper sentBack(String why) {
        in("sent back", PaperState.HANDED_IN);
        return with(PaperState.DRAFT, new HandingIn(null, null, why));
    }

    /** A leader signs it, or its author does where nobody else must. */
    Paper signed(Signing how) {
        in("signed", PaperState.HANDED_IN);
        return with(PaperState.SIGNED, how);
    }

    Paper delivered(Delivery how) {
        in("delivered", PaperState.SIGNED);
        return with(PaperState.DELIVERED, how);
    }

    /** The next version was signed. */
    Paper replaced() {
        in("replaced", PaperState.SIGNED, PaperState.DELIVERED);
        return with(PaperState.REPLACED);
    }

    /** Only a draft can be thrown away: it has no number, and nobody has seen it. */
    void requireDraft() {
        in("thrown away", PaperState.DRAFT);
    }

    public boolean isDraft() {
        return state == PaperState.DRAFT;
    }

    /** Nothing of its text is left, since the petitioner was erased. */
    public boolean isErased() {
        return wording.text() == null;
    }

    /** Whether it is past its draft: signed, whatever has happened since. */
    public boolean isSigned() {
        return signing.at() != null;
    }

    /** Whether the petitioner has received it, also if a later version has replaced it since. */
    public boolean wasDelivered() {
        return delivery.at() != null;
    }

    /** Null until it is signed. */
    public String number() {
        return signing.number();
    }

    private void in(String transition, PaperState... from) {
        WrongStateException.unless("Paper " + id, transition, state, from);
    }

    private Paper with(Object... parts) {
        return Parts.replace(this, parts);
    }
}
