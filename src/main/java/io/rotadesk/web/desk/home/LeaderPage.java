package io.rotadesk.web.desk.home;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.web.desk.duty.BoardView;
import io.rotadesk.web.desk.duty.Boards;
import io.rotadesk.web.desk.duty.Pending;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in the home page of those who lead a unit, and the part of it that is loaded again after every change. */
@Component
class LeaderPage {

    /** The part of the page that is loaded again. */
    static final String PART = "desk/home/part :: part";

    /** Answers that could not be sent, by the question's id; a redirect carries them. */
    static final String TYPED = "typed";

    private final HomeViews views;
    private final Boards boards;
    private final Pending pending;
    private final Rota rota;
    private final StartViews starts;

    LeaderPage(HomeViews views, Boards boards, Pending pending, Rota rota, StartViews starts) {
        this.starts = starts;
        this.views = views;
        this.boards = boards;
        this.pending = pending;
        this.rota = rota;
    }

    @SuppressWarnings("unchecked")
    void show(Unit unit, SignedInUser user, Model page, Locale locale) {
        DutyBoard now = rota.today(unit.id());
        BoardView board = boards.of(now, user.login(), locale);
        var typed = (Map<String, String>) page.getAttribute(TYPED);
        page.addAttribute("unit", unit);
        page.addAttribute("until", board.endsAt(unit.settings().zone()).toEpochMilli());
        page.addAttribute("board", board);
        if (unit.kind() == UnitKind.PETITION) {
            pending.show(unit, user, page);
        }
        HomeView view = views.of(unit, user, now, typed == null ? Map.of() : typed, locale);
        page.addAttribute("view", view);
        if (unit.kind() == UnitKind.PETITION) {
            page.addAttribute("start", starts.of(unit, user, view));
        }
    }
}
