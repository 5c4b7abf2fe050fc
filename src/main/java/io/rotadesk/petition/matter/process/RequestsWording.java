package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.Coordination.Request;
import io.rotadesk.petition.matter.Extensions;
import io.rotadesk.petition.matter.Extensions.Decision;
import io.rotadesk.petition.matter.Extensions.Extension;
import io.rotadesk.petition.matter.Instructions;
import io.rotadesk.petition.matter.LargeScaleEvents;
import io.rotadesk.petition.matter.LargeScaleEvents.Alert;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Transfers;
import io.rotadesk.petition.matter.Transfers.Answer;
import io.rotadesk.petition.matter.Transfers.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The questions, answers and decisions about a matter, as the forms show them; null if there are none. */
@Component
class RequestsWording {

    private final Extensions extensions;
    private final Transfers transfers;
    private final Coordination coordination;
    private final Instructions instructions;
    private final LargeScaleEvents events;
    private final MatterWording wording;
    private final MatterPeople people;
    private final MatterTimes times;
    private final HandlingWording texts;

    RequestsWording(
            Extensions extensions,
            Transfers transfers,
            Coordination coordination,
            Instructions instructions,
            LargeScaleEvents events,
            MatterWording wording,
            MatterPeople people,
            MatterTimes times,
            HandlingWording texts) {
        this.extensions = extensions;
        this.transfers = transfers;
        this.coordination = coordination;
        this.instructions = instructions;
        this.events = events;
        this.wording = wording;
        this.people = people;
        this.times = times;
        this.texts = texts;
    }

    String extensionRequest(Matter matter) {
        return extensions
                .pending(matter.id())
                .map(asked -> texts.get(
                        "extension.asked",
                        people.name(asked.askedBy()),
                        times.lastDay(matter, asked.askedUntil()).toString(),
                        asked.reason()))
                .orElse(null);
    }

    /** The latest day that can be asked for; null while there is no deadline. */
    String latestExtension(Matter matter) {
        if (matter.dueAt() == null) {
            return null;
        }
        LocalDate latest = extensions.latestDay(matter.id());
        return texts.get("extension.latest", latest.toString()) + wording.unknownYears(matter, latest);
    }

    /** The last decision about more time since the matter began, or was taken up again. */
    String extension(Matter matter) {
        return extensions
                .last(matter.id())
                .filter(one -> one.decision() != null && isOfNow(matter, one.askedAt()))
                .map(one -> decision(matter, one))
                .orElse(null);
    }

    private String decision(Matter matter, Extension decided) {
        String remarks = decided.remarks() == null ? "" : decided.remarks();
        return decided.decision() == Decision.APPROVED
                ? texts.get(
                        "extension.approved",
                        times.lastDay(matter, decided.until()).toString(),
                        remarks)
                : texts.get("extension.refused", remarks);
    }

    String report(Matter matter) {
        return instructions
                .last(matter.id())
                .map(one -> texts.get(
                        "report", times.at(matter, one.reportedAt()), people.name(one.reportedBy()), one.report()))
                .map(wording::shortened)
                .orElse(null);
    }

    String instruction(Matter matter) {
        return instructions
                .last(matter.id())
                .filter(one -> one.instruction() != null)
                .map(one -> texts.get(
                        "instruction",
                        times.at(matter, one.instructedAt()),
                        people.name(one.instructedBy()),
                        one.instruction()))
                .map(wording::shortened)
                .orElse(null);
    }

    boolean instructed(Matter matter) {
        return instructions
                .last(matter.id())
                .filter(one -> one.instruction() != null)
                .isPresent();
    }

    String transfer(Matter matter) {
        return lastProposal(matter)
                .map(one -> texts.get(
                        "transfer",
                        people.unitName(one.fromUnit()),
                        people.name(one.proposedBy()),
                        people.unitName(one.toUnit()),
                        one.reason()))
                .orElse(null);
    }

    String refusal(Matter matter) {
        return lastProposal(matter)
                .filter(one -> one.answer() == Answer.REFUSED && isOfNow(matter, one.proposedAt()))
                .map(one -> texts.get("refusal", people.unitName(one.toUnit()), one.refusalReason()))
                .orElse(null);
    }

    /** Each refusal since the matter was last transferred, decided about or reopened, in order. */
    String refusals(Matter matter) {
        List<Transfer> refused = new ArrayList<>();
        for (Transfer one : transfers.all(matter.id())) {
            if (one.answer() == Answer.REFUSED
                    && (matter.reopenedAt() == null || one.answeredAt().isAfter(matter.reopenedAt()))) {
                refused.add(one);
            } else if (one.answer() != null) {
                refused.clear();
            }
        }
        return refused.isEmpty()
                ? null
                : wording.shortened(refused.stream()
                        .map(one -> texts.get("refusal", people.unitName(one.toUnit()), one.refusalReason()))
                        .collect(Collectors.joining("\n")));
    }

    /** What belongs to an earlier round of the matter says nothing about this one. */
    private static boolean isOfNow(Matter matter, Instant at) {
        return matter.reopenedAt() == null || !at.isBefore(matter.reopenedAt());
    }

    private Optional<Transfer> lastProposal(Matter matter) {
        return transfers.all(matter.id()).stream()
                .filter(one -> one.answer() != Answer.DECIDED)
                .reduce((earlier, later) -> later);
    }

    String decision(Matter matter) {
        return transfers
                .last(matter.id())
                .filter(one -> one.answer() == Answer.DECIDED)
                .map(one -> texts.get(
                        "decision", people.name(one.answeredBy()), people.unitName(one.toUnit()), one.decisionReason()))
                .orElse(null);
    }

    /** The question to the units that have not answered yet; all were asked the same. */
    String question(Matter matter) {
        return coordination.all(matter.id()).stream()
                .filter(Request::isOpen)
                .findFirst()
                .map(one -> texts.get(
                        "coordination", people.unitName(matter.unitId()), people.name(one.askedBy()), one.question()))
                .orElse(null);
    }

    FormMarkdown contributions(Matter matter) {
        List<Request> all = coordination.all(matter.id());
        return all.isEmpty()
                ? null
                : FormMarkdown.of(wording.shortened(all.stream()
                        .map(one -> "- " + texts.markdown("contribution", people.unitName(one.unitId()), answer(one)))
                        .collect(Collectors.joining("\n"))));
    }

    private String answer(Request request) {
        if (request.contribution() != null) {
            return request.contribution();
        }
        if (Boolean.TRUE.equals(request.nothingToDo())) {
            return texts.get("contribution.nothing");
        }
        return texts.get(request.endedAt() == null ? "contribution.open" : "contribution.ended");
    }

    /** The alerts: when and to whom, how many people there are and where they go, and who has acknowledged. */
    FormMarkdown alert(Matter matter) {
        List<Alert> alerts = events.alerts(matter.id());
        String destination = matter.destination() == null
                ? texts.get("destination.unknown")
                : texts.get("destination." + matter.destination());
        String about = matter.summary() == null ? matter.account() : matter.summary();
        String called = texts.markdown(
                "alert",
                times.at(
                        matter,
                        alerts.isEmpty() ? matter.openedAt() : alerts.get(0).alertedAt()),
                people.unitName(matter.unitId()),
                String.valueOf(matter.groupSize()),
                destination);
        if (about != null) {
            called += "\n\n" + texts.markdown("alert.about", about);
        }
        String answered = alerts.stream()
                .filter(alert -> alert.acknowledgedAt() != null)
                .map(alert -> "- " + acknowledged(matter, alert))
                .collect(Collectors.joining("\n"));
        return FormMarkdown.of(wording.shortened(answered.isEmpty() ? called : called + "\n\n" + answered));
    }

    private String acknowledged(Matter matter, Alert alert) {
        if (alert.takenOverBy() != null) {
            return texts.markdown(
                    "alert.takenOver",
                    people.unitName(alert.takenOverBy()),
                    people.name(alert.acknowledgedBy()),
                    times.at(matter, alert.acknowledgedAt()));
        }
        String expected =
                alert.expectedAt() == null ? "" : texts.get("alert.expected", times.at(matter, alert.expectedAt()));
        return texts.markdown(
                "alert.acknowledged",
                people.unitName(alert.unitId()),
                people.name(alert.acknowledgedBy()),
                times.at(matter, alert.acknowledgedAt()),
                expected + (alert.remarks() == null ? "" : alert.remarks()));
    }

    FormMarkdown scene(Matter matter) {
        return events.scene(matter.id())
                .map(scene -> texts.markdown(
                                "scene.arrived", people.name(scene.leader()), times.at(matter, scene.arrivedAt()))
                        + "\n\n" + texts.markdown("scene.reply", scene.reply())
                        + (scene.agreed() == null ? "" : "\n\n" + texts.markdown("scene.agreed", scene.agreed())))
                .map(wording::shortened)
                .map(FormMarkdown::of)
                .orElse(null);
    }
}
