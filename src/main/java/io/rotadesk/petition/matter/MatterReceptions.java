package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.ReopeningRule.Kept;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.Profile;
import io.rotadesk.platform.input.SafeText;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the result of receiving a petitioner (P2, P6). The person who received is responsible until the matter is
 * closed. A petitioner who comes back with the same matter joins it while it is open, and reopens it when it is closed.
 */
@Service
@Transactional
public class MatterReceptions {

    /** The relation of the matter to earlier ones. */
    public enum Earlier {
        /** A new matter. */
        NONE,
        /** A repeat visit with an open matter, or with a closed one that is not reopened. */
        OPEN,
        /** A closed matter comes back and is reopened. */
        CLOSED
    }

    private final MatterRows rows;
    private final Matters matters;
    private final MatterCategories categories;
    private final MatterTimeline timeline;
    private final Deadlines deadlines;
    private final Reopenings reopenings;
    private final ReopeningRule rule;
    private final Materials materials;
    private final SaidAgain saidAgain;
    private final MatterNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatterReceptions(
            MatterRows rows,
            Matters matters,
            MatterCategories categories,
            MatterTimeline timeline,
            Deadlines deadlines,
            Reopenings reopenings,
            ReopeningRule rule,
            Materials materials,
            SaidAgain saidAgain,
            MatterNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.matters = matters;
        this.categories = categories;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.reopenings = reopenings;
        this.rule = rule;
        this.materials = materials;
        this.saidAgain = saidAgain;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records the petitioner's account and materials.
     *
     * @throws MatterRefusal naming the field; nothing is saved then
     */
    public Matter record(MatterId matterId, ReceptionRecord record) {
        Matter matter = rows.hold(matterId);
        if (!record.anonymous()) {
            Required.text("petitionerName", record.petitionerName());
        }
        Optional<Matter> earlier =
                earlier(matter, record).filter(found -> !found.id().equals(matterId));
        if (earlier.isEmpty() && SafeText.orNull(record.earlierMatter()) != null) {
            throw new MatterRefusal("earlierMatter", "earlierMatter.unknown", record.earlierMatter());
        }
        if (record.sameMatter() && earlier.isEmpty()) {
            throw new MatterRefusal("earlierMatter", "earlierMatter.missing");
        }
        if (record.sameMatter() && !canTakeUp(earlier.get())) {
            throw new MatterRefusal("earlierMatter", "earlierMatter.notReceived", record.earlierMatter());
        }
        Petitioner who = new Petitioner(
                SafeText.orNull(record.petitionerName()),
                matters.phone(matter.unitId(), record.petitionerPhone()),
                record.anonymous(),
                Math.max(1, record.groupSize()));
        Statement what = new Statement(
                matter.summary(),
                record.destination() == null ? matter.destination() : record.destination(),
                SafeText.orNull(record.account()),
                SafeText.orNull(record.purpose()),
                categories.chosen(matter.rootUnitId(), record.category()),
                profile(record.grade()),
                record.grade() == null ? "ordinary" : record.grade(),
                earlier.map(Matter::id).orElse(null));
        Matter recorded = matter.recorded(who, what);
        materials.add(matterId, record.materials());
        return rows.save(matter, recorded);
    }

    /** A matter named at registration stays named, even if the phone number was corrected since. */
    private Optional<Matter> earlier(Matter matter, ReceptionRecord record) {
        return matters.named(matter.unitId(), record.earlierMatter(), record.petitionerPhone())
                .or(() -> Optional.ofNullable(matter.earlierId())
                        .map(matters::get)
                        .filter(registered -> registered.number().equals(SafeText.orNull(record.earlierMatter()))));
    }

    /** Only a simple matter has the short limits: a difficult or important one has no less time than an ordinary one (P6). */
    private static String profile(String grade) {
        return "simple".equals(grade) ? Profile.SIMPLE : Profile.ORDINARY;
    }

    private static boolean canTakeUp(Matter earlier) {
        return earlier.isOpen() || earlier.isClosed();
    }

    /**
     * Records that the petitioner was received: the person who did it is responsible from now on, and the time to tell
     * the plan begins.
     *
     * @param sameMatter whether they came with the earlier matter that was named
     * @return for {@link Earlier#OPEN} and {@link Earlier#CLOSED} nothing else has happened to either matter yet
     */
    public Earlier received(MatterId matterId, String by, boolean sameMatter) {
        Matter matter = rows.hold(matterId);
        if (sameMatter && matter.earlierId() != null) {
            // If two petitioners come back with one matter at the same moment, the second finds it open.
            Matter earlier = rows.hold(matter.earlierId());
            return earlier.isClosed() && rule.kept(earlier).isEmpty() ? Earlier.CLOSED : Earlier.OPEN;
        }
        Instant now = clock.instant();
        Matter received = matter.receivedBy(by, deadlines.accept(matter.unitId(), matter.profile(), now), now);
        timeline.add(rows.save(matter, received), TimelineKind.RECEIVED, by, matter.purpose());
        return Earlier.NONE;
    }

    /** Records that nobody was received: the petitioner left, did not come, or cancelled. */
    public void notReceived(MatterId matterId, String why) {
        Matter matter = rows.hold(matterId);
        if (matter.state() == MatterState.WAITING) {
            timeline.add(rows.save(matter, matter.notReceived()), TimelineKind.NOT_RECEIVED, null, why);
        }
    }

    /** Somebody who was not received is in line again after all. */
    public void waitsAgain(MatterId matterId) {
        Matter matter = rows.hold(matterId);
        rows.save(matter, matter.waitsAgain());
    }

    /**
     * Joins a repeat visit to an open matter, which gets the new materials and what the petitioner wants by now; its responsible
     * person stays, and is told. A closed one that is final is not accepted any more: whoever received the petitioner hands out the
     * paper that says so.
     *
     * @return the earlier matter
     */
    public Matter join(MatterId matterId, String by) {
        Matter visit = rows.hold(matterId);
        boolean over = isFinal(rows.get(visit.earlierId()));
        Matter earlier = takeUp(visit, by);
        timeline.add(earlier, TimelineKind.REPEAT_VISIT, by, visit.account());
        if (over) {
            timeline.add(earlier, TimelineKind.NOT_ACCEPTED_AGAIN, by, null);
            notices.notAcceptedAgain(earlier, visit, by);
            return earlier;
        }
        events.publishEvent(new MatterCameAgain(earlier));
        notices.cameAgain(earlier, visit, by);
        return earlier;
    }

    /**
     * Reopens a closed matter until the end of the time for a review; how it ended before stays on record. Its responsible person
     * is responsible again, and is told; if they have left, it is the person who received the petitioner now.
     *
     * @return the earlier matter
     */
    public Matter reopen(MatterId matterId, String by) {
        Matter visit = rows.hold(matterId);
        rows.hold(visit.earlierId());
        Matter earlier = takeUp(visit, by);
        Matter reopened = reopenings.afterVisit(earlier, visit, by);
        notices.cameAgain(reopened, visit, by);
        return reopened;
    }

    private boolean isFinal(Matter matter) {
        return matter.isClosed()
                && rule.kept(matter).filter(why -> why == Kept.FINAL).isPresent();
    }

    private Matter takeUp(Matter visit, String by) {
        MatterId into = visit.earlierId();
        Matter joined = rows.save(visit, visit.joins(into, clock.instant()));
        timeline.add(joined, TimelineKind.JOINED, by, rows.get(into).number());
        materials.add(into, materials.of(visit.id()));
        Matter known = rows.get(into);
        Matter earlier = rows.save(known, known.cameAgain(visit.petitioner(), saidAgain.purpose(known, joined)));
        rows.involve(earlier, visit.unitId());
        events.publishEvent(new MatterJoined(visit.id(), into));
        return earlier;
    }
}
