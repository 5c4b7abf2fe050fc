package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.Matters;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of the unit that reviews. Nobody judges what they did themselves while somebody else can: neither the person whose answer it
 * is, nor those who reviewed and signed at the stage before.
 */
@Component
@Transactional(readOnly = true)
public class ReviewPeople {

    private final ReviewRows rows;
    private final Matters matters;
    private final Agents agents;
    private final Units units;

    ReviewPeople(ReviewRows rows, Matters matters, Agents agents, Units units) {
        this.rows = rows;
        this.matters = matters;
        this.agents = agents;
        this.units = units;
    }

    /** The people who can review: those who work in the unit. */
    public List<Agent> reviewers(ReviewId id) {
        Review review = rows.get(id);
        List<Agent> all = agents.inUnit(review.unitId()).stream()
                .filter(agent -> !agent.left())
                .toList();
        return without(judged(review), all, Agent::login);
    }

    /** The logins of the leaders and deputies, who name the reviewer and sign what that person writes. */
    public List<String> leaders(ReviewId id) {
        Review review = rows.get(id);
        Unit unit = units.get(review.unitId());
        List<String> all = Stream.concat(unit.managers().stream(), unit.deputies().stream())
                .distinct()
                .toList();
        Set<String> judged = judged(review);
        judged.add(review.reviewer());
        return without(judged, all, Function.identity());
    }

    /** Those whose work is reviewed. */
    private Set<String> judged(Review review) {
        Set<String> logins = new HashSet<>();
        logins.add(matters.get(review.matterId()).responsible());
        rows.of(review.matterId()).stream()
                .filter(earlier -> earlier.round() == review.round() && earlier.state() == ReviewState.TOLD)
                .flatMap(earlier -> Stream.of(earlier.reviewer(), earlier.signedBy()))
                .filter(Objects::nonNull)
                .forEach(logins::add);
        return logins;
    }

    private static <T> List<T> without(Collection<String> logins, List<T> all, Function<T, String> login) {
        List<T> others =
                all.stream().filter(one -> !logins.contains(login.apply(one))).toList();
        return others.isEmpty() ? all : others;
    }
}
