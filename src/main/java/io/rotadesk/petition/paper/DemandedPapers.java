package io.rotadesk.petition.paper;

import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.TellingRule;
import io.rotadesk.staff.unit.Units;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where the unit wants it, a step that tells the petitioner something waits until its paper is delivered (P4): the acceptance before
 * the plan is set, the extension before it counts as told, the answer before the reply. Nobody waits for what cannot be delivered: to
 * somebody who gave neither name nor number, or who is erased.
 */
@Component
public class DemandedPapers implements TellingRule {

    private static final Map<String, PaperKind> BY_STEP = Map.of(
            MatterHandling.Task.SET_HANDLING_PLAN, PaperKind.ACCEPTANCE,
            MatterHandling.Task.TELL_EXTENSION, PaperKind.EXTENSION,
            MatterHandling.Task.REPLY_TO_PETITIONER, PaperKind.ANSWER);

    private final PaperRounds rounds;
    private final PaperWording words;
    private final Units units;

    DemandedPapers(PaperRounds rounds, PaperWording words, Units units) {
        this.rounds = rounds;
        this.words = words;
        this.units = units;
    }

    @Override
    public Optional<String> missing(Matter matter, String step) {
        return awaited(matter, step).map(words::demanded);
    }

    /**
     * The kind of paper that the step waits for.
     *
     * @return empty if it waits for none, or that is delivered
     */
    public Optional<PaperKind> awaited(Matter matter, String step) {
        return Optional.ofNullable(BY_STEP.get(step))
                .filter(kind -> isDemanded(matter))
                .filter(kind -> rounds.signed(matter, kind).noneMatch(Paper::wasDelivered));
    }

    private boolean isDemanded(Matter matter) {
        boolean reachable = !matter.anonymous() || matter.petitionerPhone() != null;
        return reachable
                && matter.erasedAt() == null
                && units.get(matter.unitId())
                                .settings()
                                .get(PaperSettings.class)
                                .papersDemanded()
                        == PaperSettings.Demand.YES;
    }
}
