package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.Extensions;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.TimelineEntry;
import io.rotadesk.petition.matter.TimelineKind;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The papers that belong to the present round of a matter: signed by the unit that has it, since the petitioner was received, the
 * matter was taken up again or moved to another unit; an extension, since the leader decided about it.
 */
@Component
class PaperRounds {

    /** With these the matter begins, or begins again. */
    private static final Set<TimelineKind> BEGINNINGS =
            Set.of(TimelineKind.RECEIVED, TimelineKind.REOPENED, TimelineKind.TRANSFERRED);

    private final PaperRows rows;
    private final MatterTimeline timeline;
    private final Extensions extensions;

    PaperRounds(PaperRows rows, MatterTimeline timeline, Extensions extensions) {
        this.rows = rows;
        this.timeline = timeline;
        this.extensions = extensions;
    }

    /** Oldest first, with those that a later version has replaced. */
    Stream<Paper> signed(Matter matter, PaperKind kind) {
        Instant since = since(matter, kind);
        return rows.of(matter.id()).stream()
                .filter(paper -> paper.kind() == kind && paper.isSigned())
                .filter(paper -> paper.unitId().equals(matter.unitId()))
                .filter(paper -> !paper.signing().at().isBefore(since));
    }

    private Instant since(Matter matter, PaperKind kind) {
        if (kind == PaperKind.EXTENSION) {
            return extensions.all(matter.id()).stream()
                    .filter(one -> one.decision() == Extensions.Decision.APPROVED)
                    .map(Extensions.Extension::decidedAt)
                    .reduce((one, last) -> last)
                    .orElse(matter.openedAt());
        }
        return timeline.of(matter.id()).stream()
                .filter(step -> BEGINNINGS.contains(step.kind()) && kind.isDelivered())
                .map(TimelineEntry::at)
                .reduce((one, last) -> last)
                .orElse(matter.openedAt());
    }
}
