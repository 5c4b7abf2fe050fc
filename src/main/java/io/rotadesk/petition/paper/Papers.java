package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.platform.input.SafeText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers of matters while they are written: made from the template in force, edited, thrown away. {@link PaperSigning} and {@link
 * PaperDeliveries} do the rest. Everything runs in the caller's transaction.
 */
@Service
@Transactional
public class Papers {

    private final PaperRows rows;
    private final PaperTemplates templates;
    private final PaperFacts facts;
    private final PaperRights rights;
    private final PaperIssuers issuers;
    private final PaperRounds rounds;
    private final ReviewFacts reviewed;
    private final Matters matters;
    private final Clock clock;

    Papers(
            PaperRows rows,
            PaperTemplates templates,
            PaperFacts facts,
            PaperRights rights,
            PaperIssuers issuers,
            PaperRounds rounds,
            ReviewFacts reviewed,
            Matters matters,
            Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.facts = facts;
        this.rights = rights;
        this.issuers = issuers;
        this.rounds = rounds;
        this.reviewed = reviewed;
        this.matters = matters;
        this.clock = clock;
    }

    /** @throws NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public Paper get(PaperId id) {
        return rows.find(id).orElseThrow(() -> new NoSuchElementException("There is no paper " + id));
    }

    /** All papers of a matter with all their versions, oldest first. */
    @Transactional(readOnly = true)
    public List<Paper> of(MatterId matterId) {
        return rows.of(matterId);
    }

    /** The version that corrects this one, a draft or later. */
    @Transactional(readOnly = true)
    public Optional<Paper> correctionOf(PaperId id) {
        return rows.correctionOf(id);
    }

    /**
     * The unit's latest papers that are not finished, newest first.
     *
     * @param editor only those that this person edits; null for all
     */
    @Transactional(readOnly = true)
    public List<Paper> open(String unitId, String editor, int limit) {
        return rows.open(unitId, editor, limit);
    }

    /** The kind of notice about the matter as it stands: of the extension, once more time was approved, else of the acceptance. */
    @Transactional(readOnly = true)
    public PaperKind notice(Matter matter) {
        return facts.of(matter, null).containsKey(Placeholder.FORMER_DEADLINE)
                ? PaperKind.EXTENSION
                : PaperKind.ACCEPTANCE;
    }

    /** The last paper of this kind that was signed in the present round of the matter, in its version in force. */
    @Transactional(readOnly = true)
    public Optional<Paper> inForce(Matter matter, PaperKind kind) {
        return rounds.signed(matter, kind)
                .filter(paper -> paper.state() != PaperState.REPLACED)
                .reduce((one, last) -> last);
    }

    /** How a paper of this kind would read if it were made now; nothing is kept. */
    @Transactional(readOnly = true)
    public Wording preview(Matter matter, PaperKind kind) {
        return filled(matter, matter.unitId(), templates.current(matter.unitId(), kind), null);
    }

    /**
     * Makes a draft from the template in force.
     *
     * @param about the paper whose receipt it is; null for every other kind
     * @throws NotTheirPaperException unless the person is responsible for the matter, or reviews it; or it is not the time for such a paper
     * @throws PaperRefusal if a receipt names no signed paper of the matter, or another kind names one
     */
    public Paper make(MatterId matterId, PaperKind kind, PaperId about, String by) {
        Matter matter = matters.get(matterId);
        String unitId = issuers.unit(matter, kind, by)
                .orElseThrow(() -> new NotTheirPaperException(by + " may not make " + kind + " of " + matter.number()));
        Paper received = about == null ? null : get(about);
        boolean named = received != null && received.matterId().equals(matterId) && received.isSigned();
        if (kind == PaperKind.RECEIPT != named) {
            throw new PaperRefusal("about", "about.wrong");
        }
        TemplateVersion template = templates.current(unitId, kind);
        Paper draft = Paper.begun(
                new PaperId(UUID.randomUUID().toString()),
                matterId,
                unitId,
                kind,
                filled(matter, unitId, template, received),
                template.origin(),
                about,
                by,
                clock.instant());
        return rows.add(draft).orElseThrow();
    }

    private Wording filled(Matter matter, String unitId, TemplateVersion template, Paper about) {
        var values = facts.of(matter, about);
        values.putAll(reviewed.of(matter, template.kind(), unitId));
        return new Wording(
                SafeText.cut(Gaps.fill(template.wording().title(), values).strip(), Wording.MAX_TITLE),
                SafeText.cut(Gaps.fill(template.wording().text(), values).strip(), Wording.MAX_TEXT));
    }

    /**
     * Saves the words of a draft.
     *
     * @param seen the time of the last change that the editor saw; somebody else's later change is not overwritten
     * @throws PaperRefusal naming the field
     */
    public Paper edit(PaperId id, Wording typed, Instant seen, String by) {
        Paper paper = rows.hold(id);
        rights.requireEdits(paper, matters.get(paper.matterId()), by);
        Wording words = checked(typed);
        Paper edited = paper.edited(words, by, clock.instant());
        if (words.equals(paper.wording())) {
            return paper;
        }
        if (!paper.writing().editedAt().equals(seen)) {
            throw new PaperRefusal("text", "text.overtaken");
        }
        return rows.save(paper, edited);
    }

    static Wording checked(Wording typed) {
        String title = SafeText.orNull(typed.title());
        String text = SafeText.orNull(typed.text());
        if (title == null || title.length() > Wording.MAX_TITLE || title.contains("\n")) {
            throw new PaperRefusal("title", "title.wrong", Wording.MAX_TITLE);
        }
        if (text == null || text.length() > Wording.MAX_TEXT) {
            throw new PaperRefusal("text", "text.wrong", Wording.MAX_TEXT);
        }
        return new Wording(title, text.replace("\r\n", "\n"));
    }

    /** Throws a draft away. */
    public void discard(PaperId id, String by) {
        Paper paper = rows.hold(id);
        rights.requireEdits(paper, matters.get(paper.matterId()), by);
        paper.requireDraft();
        rows.remove(id);
    }
}
