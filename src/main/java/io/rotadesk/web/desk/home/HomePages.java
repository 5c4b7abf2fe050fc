package io.rotadesk.web.desk.home;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.engine.OpenTasks;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.duty.BoardView;
import io.rotadesk.web.desk.duty.BoardView.SeatView;
import io.rotadesk.web.desk.duty.Boards;
import io.rotadesk.web.desk.duty.MyDuties;
import io.rotadesk.web.desk.duty.Pending;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The start page: an agent's own desk, with presence and turns; for those who lead the unit what needs them; for
 * everybody else the board.
 */
@Controller
class HomePages {

    /** An agent's place in one queue. */
    record MyTurn(Queue queue, String team, SeatView seat) {}

    private final Boards boards;
    private final Agents agents;
    private final MyDuties duties;
    private final OpenTasks tasks;
    private final Pending pending;
    private final UnitAccess access;
    private final LeaderPage leadersPage;

    HomePages(
            Boards boards,
            Agents agents,
            MyDuties duties,
            OpenTasks tasks,
            Pending pending,
            UnitAccess access,
            LeaderPage leadersPage) {
        this.boards = boards;
        this.agents = agents;
        this.duties = duties;
        this.tasks = tasks;
        this.pending = pending;
        this.access = access;
        this.leadersPage = leadersPage;
    }

    @GetMapping("/desk")
    String home(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        boolean takesTurns = (user.is(Role.AGENT) || user.is(Role.PETITION_STAFF))
                && agents.find(user.login())
                        .filter(agent -> agent.unitId().equals(unit.id()) && !agent.left())
                        .isPresent();
        if (takesTurns) {
            part(unit, user, page, locale);
            page.addAttribute("wholePage", true);
            return "desk/duty/home";
        }
        if (access.mayManage(unit.id())) {
            leadersPage.show(unit, user, page, locale);
            return "desk/home/home";
        }
        return "redirect:/desk/duty";
    }

    /** The part of an agent's page that is updated live: presence, turns and the teams. */
    @GetMapping("/desk/part")
    String part(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        BoardView board = boards.today(unit.id(), user.login(), locale);
        page.addAttribute("unit", unit);
        page.addAttribute("until", board.endsAt(unit.settings().zone()).toEpochMilli());
        page.addAttribute("board", board);
        pending.show(unit, user, page);
        page.addAttribute("turns", turns(board));
        page.addAttribute("openTasks", tasks.of(user.login()));
        page.addAttribute("mine", duties.of(user.login()).orElse(null));
        return "desk/duty/home :: part";
    }

    private static List<MyTurn> turns(BoardView board) {
        return Stream.concat(board.teams().stream(), Stream.of(board.helpers()))
                .flatMap(queue -> queue.seats().stream()
                        .filter(SeatView::me)
                        .map(seat -> new MyTurn(queue.queue(), queue.team(), seat)))
                .toList();
    }
}
