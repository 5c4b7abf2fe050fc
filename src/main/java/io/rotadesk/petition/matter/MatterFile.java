package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.Extensions.Extension;
import io.rotadesk.petition.matter.Instructions.Instruction;
import io.rotadesk.petition.matter.LargeScaleEvents.Alert;
import io.rotadesk.petition.matter.LargeScaleEvents.Scene;
import io.rotadesk.petition.matter.MatterPlans.Plan;
import io.rotadesk.petition.matter.Transfers.Transfer;
import java.util.List;
import java.util.Optional;

/**
 * All data about a matter; lists are in the order of events.
 *
 * @param scene null unless a leader was on the scene
 * @param earlier the matter that was named when this one was registered, or of which this is a repeat visit; null for
 *     none
 * @param visits the repeat visits with it
 * @param later other matters that name this one
 * @param rounds the rounds that ended before the petitioner came back
 * @param missed the deadlines that were missed
 */
public record MatterFile(
        Matter matter,
        List<Material> materials,
        List<Plan> plans,
        List<Extension> extensions,
        List<Transfer> transfers,
        List<Coordination.Request> coordination,
        List<Instruction> instructions,
        List<Alert> alerts,
        Scene scene,
        Matter earlier,
        List<Matter> visits,
        List<Matter> later,
        List<MatterRound> rounds,
        List<MissedDeadline> missed,
        List<TimelineEntry> timeline) {

    /** The plan in force; none after the matter was reopened or went to another unit, until there is a new one. */
    public Optional<Plan> plan() {
        return matter.isPlanned() && !plans.isEmpty() ? Optional.of(plans.get(plans.size() - 1)) : Optional.empty();
    }

    /** The plans that are not in force any more. */
    public List<Plan> earlierPlans() {
        return plan().isPresent() ? plans.subList(0, plans.size() - 1) : plans;
    }

    /** The extension that set the present deadline, or will once the petitioner is told of it, if there is one. */
    public Optional<Extension> extension() {
        return extensions.stream()
                .filter(one -> one.decision() == Extensions.Decision.APPROVED)
                .reduce((one, last) -> last)
                .filter(one -> one.toldAt() == null || matter.dueKind() == DueKind.EXTENDED)
                .filter(one -> matter.reopenedAt() == null || one.decidedAt().isAfter(matter.reopenedAt()));
    }

    /** The extension that is approved, of which the petitioner was not told yet. */
    public Optional<Extension> untold() {
        return extension().filter(one -> one.toldAt() == null);
    }

    /** Whether asked units have not answered yet. */
    public boolean isCoordinated() {
        return coordination.stream().anyMatch(Coordination.Request::isOpen);
    }
}
