package io.rotadesk.petition.review;

import io.rotadesk.engine.models.MatterReview;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells lists of tasks whose matter is reviewed. */
@Component
class ReviewSubjects implements SubjectSource {

    private final ReviewRows rows;
    private final Matters matters;

    ReviewSubjects(ReviewRows rows, Matters matters) {
        this.rows = rows;
        this.matters = matters;
    }

    @Override
    public Set<String> processes() {
        return Set.of(MatterReview.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<Work, Subject> found = new HashMap<>();
        for (Work work : works) {
            rows.find(new ReviewId(work.key()))
                    .flatMap(review -> matters.find(review.matterId()))
                    .ifPresent(matter -> found.put(
                            work,
                            Subject.person(
                                            matter.petitionerName(),
                                            matter.petitionerPhone(),
                                            "/desk/matters/" + matter.id())
                                    .noted(matter.number())));
        }
        return found;
    }
}
