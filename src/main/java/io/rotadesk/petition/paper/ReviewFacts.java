package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.review.AnswerStandings;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewWording;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.PlaceSettings;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What reviews know for the placeholders of a template. */
@Component
class ReviewFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final PaperIssuers issuers;
    private final AnswerStandings standings;
    private final ReviewWording words;
    private final Agents agents;
    private final Units units;

    ReviewFacts(PaperIssuers issuers, AnswerStandings standings, ReviewWording words, Agents agents, Units units) {
        this.issuers = issuers;
        this.standings = standings;
        this.words = words;
        this.agents = agents;
        this.units = units;
    }

    /** @return without what is not known */
    Map<Placeholder, String> of(Matter matter, PaperKind kind, String unitId) {
        Map<Placeholder, String> facts = new EnumMap<>(Placeholder.class);
        if (kind.isOpinion()) {
            issuers.review(matter, kind).ifPresent(review -> opinion(review, units.get(unitId), facts));
        }
        if (kind == PaperKind.NOT_ACCEPTED_AGAIN) {
            facts.put(Placeholder.FINAL_SINCE, day(standings.of(matter).finalSince()));
        }
        facts.values().removeIf(value -> value == null || value.isBlank());
        return facts;
    }

    private void opinion(Review review, Unit unit, Map<Placeholder, String> facts) {
        facts.put(Placeholder.REQUEST, review.request());
        facts.put(Placeholder.REQUESTED_ON, day(review.askedOn()));
        facts.put(Placeholder.REVIEWED_UNIT, units.get(review.ofUnit()).name());
        facts.put(Placeholder.REVIEWER, review.reviewer() == null ? null : agents.name(review.reviewer()));
        facts.put(Placeholder.OUTCOME, review.outcome() == null ? null : words.outcome(review.outcome()));
        facts.put(Placeholder.OPINION, review.opinion());
        facts.put(
                Placeholder.NEXT_BODY,
                units.above(unit.id()).stream().map(Unit::name).findFirst().orElse(null));
        facts.put(Placeholder.UNIT, unit.name());
        facts.put(
                Placeholder.UNIT_PHONE, unit.settings().get(PlaceSettings.class).publicPhone());
    }

    private static String day(LocalDate day) {
        return day == null ? null : DAY.format(day);
    }
}
