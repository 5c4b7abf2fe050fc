package io.rotadesk.web.desk.matters;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.petition.matter.SeenMatters.Viewer;
import io.rotadesk.petition.review.AnswerStanding;
import io.rotadesk.petition.review.AnswerStandings;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewLimits;
import io.rotadesk.petition.review.Reviews;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.matters.ReviewCard.Line;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the reviews of a matter on its page. Those who belong to the unit that answered, or to the next level up, enter requests. */
@Component
public class ReviewCards {

    private static final int MOST = 200;

    private final Reviews reviews;
    private final AnswerStandings standings;
    private final ReviewLimits limits;
    private final SeenMatters seen;
    private final MatterFiles files;
    private final Agents agents;
    private final Units units;
    private final Clock clock;

    ReviewCards(
            Reviews reviews,
            AnswerStandings standings,
            ReviewLimits limits,
            SeenMatters seen,
            MatterFiles files,
            Agents agents,
            Units units,
            Clock clock) {
        this.reviews = reviews;
        this.standings = standings;
        this.limits = limits;
        this.seen = seen;
        this.files = files;
        this.agents = agents;
        this.units = units;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ReviewCard of(Matter matter, SignedInUser user) {
        AnswerStanding standing = standings.of(matter);
        return new ReviewCard(
                reviews.of(matter.id()).stream().map(this::line).toList(),
                standing,
                matter.erasedAt() == null && askingUnit(matter, standing, user).isPresent(),
                units.get(matter.unitId()).clock().day(clock.instant()));
    }

    /** @return the unit for which the person may enter a request now; empty if they may not, or nobody can */
    public Optional<String> askingUnit(Matter matter, SignedInUser user) {
        return askingUnit(matter, standings.of(matter), user);
    }

    private static Optional<String> askingUnit(Matter matter, AnswerStanding standing, SignedInUser user) {
        if (!standing.canBeAsked()) {
            return Optional.empty();
        }
        Optional<String> above = Optional.ofNullable(standing.above()).map(Unit::id);
        return Stream.concat(Stream.of(matter.unitId(), standing.ofUnit()), above.stream())
                .filter(unit -> user.units().contains(unit) || user.is(Role.ADMINISTRATOR))
                .findFirst();
    }

    /** What the unit of the viewer reviews, and for its leaders what those below do; the first due first. */
    @Transactional(readOnly = true)
    public OpenReviews open(Viewer viewer) {
        Set<String> unitIds = Stream.concat(
                        Stream.of(viewer.unitId()), seen.led(viewer).stream().map(Unit::id))
                .collect(Collectors.toSet());
        List<Line> lines = reviews.open(unitIds, MOST).stream().map(this::line).toList();
        Set<MatterId> ids = lines.stream().map(line -> line.review().matterId()).collect(Collectors.toSet());
        return new OpenReviews(lines, files.byId(ids), seen.seen(ids, viewer));
    }

    private Line line(Review review) {
        return new Line(
                review,
                units.get(review.unitId()).name(),
                units.get(review.ofUnit()).name(),
                review.reviewer() == null ? null : agents.name(review.reviewer()),
                review.signedBy() == null ? null : agents.name(review.signedBy()),
                limits.lastDay(review),
                review.toldAt() == null
                        ? null
                        : units.get(review.unitId()).clock().day(review.toldAt()),
                limits.of(review));
    }
}
