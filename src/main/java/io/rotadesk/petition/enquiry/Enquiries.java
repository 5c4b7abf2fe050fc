package io.rotadesk.petition.enquiry;

import io.rotadesk.petition.enquiry.Progress.Phase;
import io.rotadesk.petition.enquiry.Progress.Stage;
import io.rotadesk.petition.enquiry.Progress.Step;
import io.rotadesk.petition.matter.DueKind;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.ReopeningRule;
import io.rotadesk.petition.matter.ReopeningRule.Kept;
import io.rotadesk.petition.matter.TimelineEntry;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.unit.PlaceSettings;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a petitioner who has the code of a matter how it gets on. */
@Service
@Transactional(readOnly = true)
public class Enquiries {

    /** What of a matter's timeline petitioners see; the rest is between units. */
    private static final Map<TimelineKind, Step> SHOWN = Map.ofEntries(
            Map.entry(TimelineKind.REGISTERED, Step.REGISTERED),
            Map.entry(TimelineKind.NOT_RECEIVED, Step.NOT_RECEIVED),
            Map.entry(TimelineKind.RECEIVED, Step.RECEIVED),
            Map.entry(TimelineKind.REPEAT_VISIT, Step.CAME_AGAIN),
            Map.entry(TimelineKind.REOPENED, Step.REOPENED),
            Map.entry(TimelineKind.SETTLED_ON_THE_SPOT, Step.SETTLED),
            Map.entry(TimelineKind.PLANNED, Step.PLANNED),
            Map.entry(TimelineKind.EXTENSION_TOLD, Step.EXTENDED),
            Map.entry(TimelineKind.TRANSFERRED, Step.TRANSFERRED),
            Map.entry(TimelineKind.ON_SCENE, Step.ON_SCENE),
            Map.entry(TimelineKind.REPLIED, Step.ANSWERED),
            Map.entry(TimelineKind.REVIEW_ASKED, Step.REVIEW_ASKED),
            Map.entry(TimelineKind.REVIEW_TOLD, Step.REVIEW_TOLD),
            Map.entry(TimelineKind.RECHECK_ASKED, Step.RECHECK_ASKED),
            Map.entry(TimelineKind.RECHECK_TOLD, Step.RECHECK_TOLD),
            Map.entry(TimelineKind.NOT_ACCEPTED_AGAIN, Step.NOT_ACCEPTED_AGAIN),
            Map.entry(TimelineKind.CLOSED, Step.CLOSED));

    private final QueryCodes codes;
    private final Matters matters;
    private final MatterTimeline timeline;
    private final Ratings ratings;
    private final Deadlines deadlines;
    private final Units units;
    private final ReopeningRule rule;
    private final Clock clock;

    Enquiries(
            QueryCodes codes,
            Matters matters,
            MatterTimeline timeline,
            Ratings ratings,
            Deadlines deadlines,
            Units units,
            ReopeningRule rule,
            Clock clock) {
        this.codes = codes;
        this.matters = matters;
        this.timeline = timeline;
        this.ratings = ratings;
        this.deadlines = deadlines;
        this.units = units;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * How the matter gets on. The code of a repeat visit shows the matter with which it goes on.
     *
     * @param code as typed
     * @return empty for a code that there is not, and for a petitioner who was erased
     */
    public Optional<Progress> progress(String code) {
        return matter(code).map(this::progress);
    }

    /** The matter of a code, as {@link #progress} finds it. */
    Optional<Matter> matter(String code) {
        return codes.find(code)
                .flatMap(matters::find)
                .map(found -> found.joinedInto() == null ? found : matters.get(found.joinedInto()))
                .filter(matter -> matter.erasedAt() == null);
    }

    /** The unit whose reception the petitioner rates in the present round. */
    String receivedBy(Matter matter) {
        return matters.receivedLastBy(matter);
    }

    private Progress progress(Matter matter) {
        Unit unit = units.get(matter.unitId());
        boolean due = matter.isOpen() && matter.dueAt() != null && matter.replyToldAt() == null;
        return new Progress(
                matter.number(),
                name(receivedBy(matter)),
                unit.name(),
                unit.settings().get(PlaceSettings.class).publicPhone(),
                phase(matter),
                due ? deadlines.lastDay(matter.unitId(), matter.dueAt()) : null,
                due && (matter.isOverdue() || !clock.instant().isBefore(matter.dueAt())),
                timeline.of(matter.id()).stream()
                        .flatMap(entry -> stage(entry, unit.clock()))
                        .toList(),
                ratings.openUntil(matter).orElse(null),
                ratings.of(matter.id(), matter.reopened()).orElse(null));
    }

    private Stream<Stage> stage(TimelineEntry entry, UnitClock time) {
        return Stream.ofNullable(SHOWN.get(entry.kind()))
                .map(step -> new Stage(step, time.day(entry.at()), name(entry.unitId())));
    }

    private String name(String unitId) {
        return units.find(unitId).map(Unit::name).orElse("");
    }

    private Phase phase(Matter matter) {
        boolean answered = matter.replyToldAt() != null;
        return switch (matter.state()) {
            case WAITING, JOINED -> Phase.WAITING;
            case NOT_RECEIVED -> Phase.NOT_RECEIVED;
            case RECEIVED ->
                answered ? Phase.ANSWERED : matter.dueKind() == DueKind.REVIEW ? Phase.REVIEWED : Phase.TO_BE_PLANNED;
            case PLANNED -> answered ? Phase.ANSWERED : Phase.HANDLED;
            case ALERTED, ON_SCENE -> answered ? Phase.ANSWERED : Phase.ON_SCENE;
            case CLOSED -> rule.kept(matter).map(Enquiries::phase).orElse(Phase.CLOSED);
        };
    }

    private static Phase phase(Kept why) {
        return switch (why) {
            case UNDER_REVIEW -> Phase.UNDER_REVIEW;
            case REVIEWED -> Phase.TOLD_OPINION;
            case FINAL -> Phase.FINAL;
        };
    }
}
