package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.Matters;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs papers off: handed in, signed or sent back by a leader, and corrected afterwards by a new version. A signed paper has its
 * number and does not change.
 */
@Service
@Transactional
public class PaperSigning {

    /** The longest reason of a leader who sends a paper back. */
    public static final int MAX_REMARKS = 500;

    private final PaperRows rows;
    private final PaperNumbers numbers;
    private final PaperRights rights;
    private final Matters matters;
    private final Notices notices;
    private final Agents agents;
    private final Units units;
    private final Clock clock;

    PaperSigning(
            PaperRows rows,
            PaperNumbers numbers,
            PaperRights rights,
            Matters matters,
            Notices notices,
            Agents agents,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.rights = rights;
        this.matters = matters;
        this.notices = notices;
        this.agents = agents;
        this.units = units;
        this.clock = clock;
    }

    /** Whether a leader must sign the paper. */
    @Transactional(readOnly = true)
    public boolean needsLeader(Paper paper) {
        return units.get(paper.unitId()).settings().get(PaperSettings.class).needsLeader(paper.kind());
    }

    /**
     * The author is done. A leader is asked to sign; where none must, it is signed at once.
     *
     * @throws PaperRefusal while something is still to be filled in
     */
    public Paper handIn(PaperId id, String by) {
        Paper paper = rows.hold(id);
        rights.requireEdits(paper, matters.get(paper.matterId()), by);
        Paper handedIn = paper.handedIn(by, clock.instant());
        List<String> open = Gaps.open(paper.wording().title(), paper.wording().text());
        if (!open.isEmpty()) {
            throw new PaperRefusal("text", "text.gaps", String.join("、", open));
        }
        Paper saved = rows.save(paper, handedIn);
        notices.settle(NoticeKind.PAPER_SENT_BACK, paper.unitId(), id.value());
        if (!needsLeader(saved)) {
            return signed(saved, by);
        }
        Unit unit = units.get(paper.unitId());
        notices.tell(
                NoticeKind.PAPER_TO_SIGN,
                unit.id(),
                Stream.concat(unit.managers().stream(), unit.deputies().stream())
                        .distinct()
                        .filter(leader -> !leader.equals(by))
                        .toList(),
                id.value(),
                page(saved),
                agents.name(by),
                unit.clock().dayAndTime(clock.instant()));
        return saved;
    }

    /** A leader signs it. */
    public Paper sign(PaperId id, String by) {
        Paper paper = rows.hold(id);
        rights.requireLeads(paper, by);
        Paper signed = signed(paper, by);
        tellAuthor(NoticeKind.PAPER_SIGNED, paper, by);
        return signed;
    }

    private Paper signed(Paper paper, String by) {
        Paper signed = rows.save(paper, paper.signed(numbers.next(paper.unitId(), paper.kind(), by)));
        if (paper.links().replaces() != null) {
            Paper before = rows.hold(paper.links().replaces());
            rows.save(before, before.replaced());
        }
        return signed;
    }

    /**
     * A leader sends it back with a reason, or its author takes it back without one.
     *
     * @throws PaperRefusal if a leader gives no reason
     */
    public Paper sendBack(PaperId id, String reason, String by) {
        Paper paper = rows.hold(id);
        boolean author = rights.edits(paper, matters.get(paper.matterId()), by);
        if (author) {
            notices.settle(NoticeKind.PAPER_TO_SIGN, paper.unitId(), id.value());
            return rows.save(paper, paper.sentBack(null));
        }
        rights.requireLeads(paper, by);
        String why = SafeText.orNull(reason);
        Paper back = paper.sentBack(why);
        if (why == null || why.length() > MAX_REMARKS) {
            throw new PaperRefusal("remarks", "remarks.wrong", MAX_REMARKS);
        }
        Paper saved = rows.save(paper, back);
        tellAuthor(NoticeKind.PAPER_SENT_BACK, paper, by);
        return saved;
    }

    private void tellAuthor(NoticeKind kind, Paper paper, String by) {
        notices.settle(NoticeKind.PAPER_TO_SIGN, paper.unitId(), paper.id().value());
        if (!by.equals(paper.handingIn().by())) {
            notices.tell(
                    kind,
                    paper.unitId(),
                    List.of(paper.handingIn().by()),
                    paper.id().value(),
                    page(paper),
                    agents.name(by),
                    units.get(paper.unitId()).clock().dayAndTime(clock.instant()));
        }
    }

    /**
     * Begins the next version of a signed paper. The present one stays in force until that is signed, and both are kept.
     *
     * @return the draft; the one that there is already, if somebody was faster
     */
    public Paper correct(PaperId id, String by) {
        Paper paper = rows.hold(id);
        rights.requireEdits(paper, matters.get(paper.matterId()), by);
        return rows.correctionOf(id)
                .orElseGet(() -> rows.add(
                                paper.corrected(new PaperId(UUID.randomUUID().toString()), by, clock.instant()))
                        .orElseThrow());
    }

    private static String page(Paper paper) {
        return "/desk/papers/" + paper.id();
    }
}
