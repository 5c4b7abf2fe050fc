package io.rotadesk.petition.enquiry;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Units;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a petitioner's rating: once in each round of a matter, after the answer, for as long as the settings say. The leaders of
 * a unit that is rated as bad are told; the notice has the number of the matter and nothing that the petitioner wrote.
 */
@Service
@Transactional
public class RatedMatters {

    /** The longest reason that is taken, in characters. */
    public static final int LONGEST_REASON = 500;

    /** What became of a rating. */
    public enum Outcome {
        RATED,
        /** This round has a rating; it stays as it is. */
        ALREADY,
        /** There is no answer yet, or it was too long ago. */
        NOT_NOW,
        /** Not satisfied, and no reason. */
        REASON_MISSING,
        REASON_TOO_LONG,
        /** No such code. */
        UNKNOWN
    }

    private final Enquiries enquiries;
    private final Ratings ratings;
    private final Notices notices;
    private final Units units;

    RatedMatters(Enquiries enquiries, Ratings ratings, Notices notices, Units units) {
        this.enquiries = enquiries;
        this.ratings = ratings;
        this.notices = notices;
        this.units = units;
    }

    /**
     * @param code as typed
     * @param centre of the unit that received the petitioner
     * @param handling of the unit that handled the matter
     * @param reason null or blank for none; needed if one of the two is bad
     */
    public Outcome rate(String code, Grade centre, Grade handling, String reason) {
        Matter matter = enquiries.matter(code).orElse(null);
        if (matter == null) {
            return Outcome.UNKNOWN;
        }
        String text = SafeText.orNull(reason);
        if (text == null && (centre == Grade.DISSATISFIED || handling == Grade.DISSATISFIED)) {
            return Outcome.REASON_MISSING;
        }
        if (text != null && text.length() > LONGEST_REASON) {
            return Outcome.REASON_TOO_LONG;
        }
        if (ratings.openUntil(matter).isEmpty()) {
            return ratings.of(matter.id(), matter.reopened()).isPresent() ? Outcome.ALREADY : Outcome.NOT_NOW;
        }
        Optional<Rating> added = ratings.add(matter, enquiries.receivedBy(matter), centre, handling, text);
        added.ifPresent(rating -> tellLeaders(matter, rating));
        return added.isPresent() ? Outcome.RATED : Outcome.ALREADY;
    }

    private void tellLeaders(Matter matter, Rating rating) {
        Map<String, Grade> rated = new LinkedHashMap<>();
        rated.put(rating.centreId(), rating.centre());
        rated.merge(rating.unitId(), rating.handling(), (one, other) -> one.compareTo(other) > 0 ? one : other);
        rated.forEach((unit, grade) -> {
            if (grade == Grade.DISSATISFIED) {
                notices.tell(
                        NoticeKind.RATED_AS_BAD,
                        unit,
                        units.get(unit).managers(),
                        matter.id().value(),
                        "/desk/matters/" + matter.id(),
                        matter.number());
            }
        });
    }
}
