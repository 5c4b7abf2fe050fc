package io.rotadesk.petition.matter;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a matter: explained on the spot, or handled, replied and closed (P4). */
@Service
@Transactional
public class MatterClosing {

    /** The outcome of a matter settled while the petitioner was there. */
    public static final String SETTLED_ON_THE_SPOT = "settledOnTheSpot";

    /** The outcome of a large-scale event that needed no following up. */
    public static final String SETTLED_ON_SCENE = "settledOnScene";

    /** The petitioner was told face to face. */
    static final String IN_PERSON = "inPerson";

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final MatterPlans plans;
    private final MissedDeadlines missed;
    private final Lateness lateness;
    private final TypedMoments moments;
    private final Coordination coordination;
    private final Clock clock;

    MatterClosing(
            MatterRows rows,
            MatterTimeline timeline,
            MatterPlans plans,
            MissedDeadlines missed,
            Lateness lateness,
            TypedMoments moments,
            Coordination coordination,
            Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.plans = plans;
        this.missed = missed;
        this.lateness = lateness;
        this.moments = moments;
        this.coordination = coordination;
        this.clock = clock;
    }

    /**
     * Settles the matter while the petitioner is there.
     *
     * @throws MatterRefusal if the explanation is empty
     */
    public void settled(MatterId matterId, String explanation, boolean satisfied, String by) {
        String text = Required.text("explanation", explanation);
        Matter matter = rows.holdOpen(matterId);
        Answer answer = new Answer(text, IN_PERSON, clock.instant(), satisfied, SETTLED_ON_THE_SPOT);
        timeline.add(rows.save(matter, matter.answered(answer)), TimelineKind.SETTLED_ON_THE_SPOT, by, text);
    }

    /**
     * The petitioner is not satisfied on the spot, or it turned out that the matter cannot be settled now: it goes on, and nothing is
     * answered yet.
     *
     * @throws MatterRefusal if the explanation is empty
     */
    public void notSettled(MatterId matterId, String explanation, boolean unsatisfied, String by) {
        String text = Required.text("explanation", explanation);
        Matter matter = rows.holdOpen(matterId);
        timeline.add(
                matter,
                unsatisfied ? TimelineKind.NOT_SATISFIED_ON_THE_SPOT : TimelineKind.NOT_SETTLED_ON_THE_SPOT,
                by,
                text);
    }

    /** Records the result, before the petitioner is told. */
    public void handled(MatterId matterId, String result, String by) {
        String text = Required.text("result", result);
        timeline.add(rows.holdOpen(matterId), TimelineKind.HANDLED, by, text);
    }

    /**
     * Records that the petitioner was told the result.
     *
     * @throws MatterRefusal naming the field
     */
    public void replied(
            MatterId matterId,
            String reply,
            String toldHow,
            Instant toldAt,
            boolean satisfied,
            String outcome,
            String by) {
        Matter matter = rows.holdOpen(matterId);
        String text = Required.text("reply", reply);
        Required.text("outcome", outcome);
        Required.text("toldHow", toldHow);
        moments.requireHappened(matter, "toldAt", toldAt, moments.visit(matter), plans.told(matter));
        Answer answer = new Answer(text, toldHow, toldAt, satisfied, outcome);
        timeline.add(rows.save(matter, matter.answered(answer)), TimelineKind.REPLIED, by, text);
    }

    /**
     * Closes the matter: nothing is due any more, and it never becomes overdue. Closing a closed matter changes
     * nothing.
     *
     * @param by null for the responsible person
     */
    public Matter close(MatterId matterId, String by) {
        Matter matter = rows.hold(matterId);
        if (matter.isClosed()) {
            return matter;
        }
        Matter ending = lateness.noted(matter);
        Matter closed = rows.save(
                ending, ending.closes(by == null ? matter.responsible() : by, SETTLED_ON_SCENE, clock.instant()));
        if (closed.isOverdue()) {
            missed.end(matterId, closed.closedAt());
        }
        coordination.over(matterId);
        timeline.add(closed, TimelineKind.CLOSED, closed.closedBy(), null);
        return closed;
    }
}
