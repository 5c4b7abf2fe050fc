package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reviews that are under way.
 *
 * @param matters what is reviewed, by id
 * @param seen the ids of those matters that the viewer may look into
 */
public record OpenReviews(List<ReviewCard.Line> lines, Map<MatterId, Matter> matters, Set<MatterId> seen) {

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
