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

    /** The plan in force. */
    public Optional<Plan> plan() {
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(plans.size() - 1));
    }

    /** The extension that set the present deadline, if there is one. */
    public Optional<Extension> extension() {
        return extensions.stream()
                .filter(one -> one.decision() == Extensions.Decision.APPROVED && matter.dueKind() == DueKind.EXTENDED)
                .reduce((one, last) -> last);
    }

    /** Whether asked units have not answered yet. */
    public boolean isCoordinated() {
        return coordination.stream().anyMatch(Coordination.Request::isOpen);
    }
}
