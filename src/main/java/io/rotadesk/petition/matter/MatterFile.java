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
 * Everything that is known about a matter; lists are in the order in which things happened.
 *
 * @param scene null unless a leader was on the scene
 * @param earlier the matter that was named when this one was registered, or of which this is a repeat visit; null for none
 * @param visits repeat visits with it
 * @param later matters of their own in which this one was named
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
        List<TimelineEntry> timeline) {

    /** The plan that holds. */
    public Optional<Plan> plan() {
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(plans.size() - 1));
    }

    /** The extension by which the present deadline came about, if it was by one. */
    public Optional<Extension> extension() {
        return extensions.stream()
                .filter(one -> one.decision() == Extensions.Decision.APPROVED && matter.dueKind() == DueKind.EXTENDED)
                .reduce((one, last) -> last);
    }

    /** Whether units that were asked have not answered. */
    public boolean isCoordinated() {
        return coordination.stream().anyMatch(Coordination.Request::isOpen);
    }
}
