package io.rotadesk.petition.message;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterStep;
import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.PetitionerErased;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.notice.channel.OutsideMessages;
import io.rotadesk.staff.notice.channel.OutsideReceivers;
import io.rotadesk.staff.unit.Units;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends petitioners who agreed a message when their matter reaches a stage: its number, the stage, the last day, and the page where their
 * code shows more. Whether they still agree is asked again right before a message goes.
 */
@Component
@Transactional
class PetitionerMessages implements OutsideReceivers {

    /** The page for petitioners. Their code is on their sheet: a message would keep it in the outbox. */
    private static final String PAGE = "/public/matters";

    /** As we keep numbers; anything else is a text. */
    private static final String E164 = "\\+[0-9]{5,15}";

    private final OutsideMessages messages;
    private final Matters matters;
    private final MatterTimeline timeline;
    private final Deadlines deadlines;
    private final Units units;
    private final PetitionerMessageWording words;

    PetitionerMessages(
            OutsideMessages messages,
            Matters matters,
            MatterTimeline timeline,
            Deadlines deadlines,
            Units units,
            PetitionerMessageWording words) {
        this.messages = messages;
        this.matters = matters;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.units = units;
        this.words = words;
    }

    @EventListener
    void reached(MatterStep step) {
        Matter matter = step.matter();
        if (number(matter).isPresent()) {
            Stage.at(step.kind()).ifPresent(stage -> write(matter, stage));
        }
    }

    private void write(Matter matter, Stage stage) {
        LocalDate until = matter.dueAt() == null || stage == Stage.ANSWERED
                ? null
                : deadlines.lastDay(matter.unitId(), matter.dueAt());
        messages.write(
                matter.unitId(),
                stage.kind(),
                matter.id().value(),
                matter.petitionerPhone(),
                words.text(stage, units.get(matter.unitId()).name(), matter.number(), until),
                PAGE);
    }

    /** A number that can be sent to, of a petitioner who agrees. */
    private static Optional<String> number(Matter matter) {
        return Optional.ofNullable(matter.petitionerPhone())
                .filter(phone -> matter.agreesToMessages() && phone.matches(E164));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> number(String subject) {
        return matters.find(new MatterId(subject)).flatMap(PetitionerMessages::number);
    }

    @Override
    public void answered(String subject, String kind, String receiver, boolean sent) {
        MatterId matterId = new MatterId(subject);
        matters.find(matterId)
                .filter(matter -> matter.erasedAt() == null)
                .ifPresent(matter -> timeline.add(
                        matterId,
                        sent ? TimelineKind.MESSAGE_SENT : TimelineKind.MESSAGE_NOT_SENT,
                        null,
                        matter.unitId(),
                        Stage.of(kind).map(words::stage).orElse(kind) + " " + receiver));
    }

    @EventListener
    void erased(PetitionerErased erased) {
        messages.forget(erased.matterIds().stream().map(MatterId::value).toList());
    }
}
