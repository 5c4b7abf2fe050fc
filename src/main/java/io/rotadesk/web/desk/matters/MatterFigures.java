package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.unit.Unit;
import java.util.List;
import org.springframework.stereotype.Component;

/** The figures of a leader's open matters that other pages show, too, each with its list. */
@Component
public class MatterFigures {

    private final BoardViews views;
    private final MatterSights sights;

    MatterFigures(BoardViews views, MatterSights sights) {
        this.views = views;
        this.sights = sights;
    }

    /**
     * @param key a part of the keys of messages
     * @param address of the list of the matters that are counted
     */
    public record Figure(String key, int count, String address) {}

    /** What is overdue, due this week, a large-scale event, or urged, in the unit and the units below it. */
    public List<Figure> of(Unit unit, SignedInUser user) {
        return views.total(unit, sights.viewer(unit.id(), user)).cells().stream()
                .filter(cell -> switch (cell.column()) {
                    case OVERDUE, SOON, LARGE, URGED -> true;
                    case OPEN, OLDER, OLDEST -> false;
                })
                .map(cell -> new Figure(cell.column().key(), cell.count(), cell.address()))
                .toList();
    }
}
