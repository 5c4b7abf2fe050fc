package io.rotadesk.web.desk.duty;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.duty.PageSettings;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.morning.DutyNotices;
import io.rotadesk.staff.rota.Standings;
import io.rotadesk.staff.rota.Standings.Standing;
import io.rotadesk.staff.rota.WrapUps;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of presence and leave: agents set their own, managers also that of their people. */
@Controller
class PresencePages {

    private static final int LONGEST_NOTE = 100;
    private static final String STAFF = "STAFF";

    private final Presence presence;
    private final Agents agents;
    private final UnitAccess access;
    private final MyDuties duties;
    private final DutyNotices notices;
    private final Standings standings;
    private final WrapUps wrapUps;
    private final Clock clock;

    PresencePages(
            Presence presence,
            Agents agents,
            UnitAccess access,
            MyDuties duties,
            DutyNotices notices,
            Standings standings,
            WrapUps wrapUps,
            Clock clock) {
        this.presence = presence;
        this.agents = agents;
        this.access = access;
        this.duties = duties;
        this.notices = notices;
        this.standings = standings;
        this.wrapUps = wrapUps;
        this.clock = clock;
    }

    /**
     * What was typed of a leave and refused.
     *
     * @param login null if the person asks for themselves
     */
    record TypedLeave(String login, LocalDate from, LocalDate to, String note) {}

    /** Shows the teams, who is away, and who is on leave. */
    @GetMapping("/desk/roster")
    String roster(@ShownUnit Unit unit, Model page) {
        if (!access.mayManage(unit.id())) {
            throw new AccessDeniedException("The roster is for managers");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), unit.settings().zone());
        var absences = presence.absences(unit.id(), today);
        Map<String, Presence.Absence> away = absences.stream()
                .filter(absence -> absence.since() != null)
                .collect(Collectors.toMap(Presence.Absence::login, Function.identity()));
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("today", today);
        page.addAttribute(
                "teams",
                agents.inUnit(unit.id()).stream()
                        .filter(agent -> !agent.left())
                        .collect(Collectors.groupingBy(
                                agent -> group(unit, agent), java.util.TreeMap::new, Collectors.toList())));
        page.addAttribute("away", away);
        Map<String, Standing> standings = standings(unit);
        page.addAttribute("standings", standings);
        page.addAttribute(
                "later",
                absences.stream()
                        .map(Presence.Absence::login)
                        .filter(login -> standings.get(login).serving())
                        .collect(Collectors.toSet()));
        page.addAttribute(
                "leaves",
                absences.stream().filter(absence -> absence.from() != null).toList());
        page.addAttribute(
                "onLeave",
                absences.stream()
                        .filter(absence ->
                                absence.from() != null && !absence.from().isAfter(today))
                        .map(Presence.Absence::login)
                        .collect(Collectors.toSet()));
        return "desk/duty/roster";
    }

    /** As far as the first queue of the unit is concerned that needs a page. */
    private Map<String, Standing> standings(Unit unit) {
        Queue queue = unit.kind().dutyQueues().stream()
                .filter(unit.settings().get(PageSettings.class)::isPageNeeded)
                .findFirst()
                .orElse(null);
        return standings.of(
                unit.id(), agents.inUnit(unit.id()).stream().map(Agent::login).toList(), queue, null);
    }

    /** The team; {@value #STAFF} for people who take turns in a unit without teams; empty for people who take none. */
    private static String group(Unit unit, Agent agent) {
        if (!unit.givesTurnsTo(agent)) {
            return "";
        }
        return unit.kind().hasTeams() ? agent.team() : STAFF;
    }

    @PostMapping("/desk/presence")
    String presence(
            @RequestParam boolean here,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) String login,
            @AuthenticationPrincipal SignedInUser user) {
        String whose = whose(login, user);
        if (here) {
            presence.present(whose);
        } else {
            presence.away(whose, cut(note));
        }
        return back(login);
    }

    /** The person is ready for the next turn before their wrap-up time is over. */
    @PostMapping("/desk/ready")
    String ready(@AuthenticationPrincipal SignedInUser user) {
        wrapUps.ready(user.login());
        return "redirect:/desk";
    }

    @PostMapping("/desk/leave")
    String leave(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) String login,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next,
            Locale locale) {
        try {
            presence.leave(whose(login, user), from, to, cut(note));
        } catch (RosterRefusal refusal) {
            next.addFlashAttribute("refused", refusal.reason(locale));
            next.addFlashAttribute("typed", new TypedLeave(login, from, to, note));
        }
        return back(login);
    }

    @PostMapping("/desk/leave/cancel")
    String cancel(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) String login,
            @AuthenticationPrincipal SignedInUser user) {
        presence.cancelLeave(whose(login, user), from);
        return back(login);
    }

    /** Marks today's announcement of this time as read by the person. */
    @PostMapping("/desk/duty/seen")
    String seen(@RequestParam Instant at, @AuthenticationPrincipal SignedInUser user) {
        duties.of(user.login()).ifPresent(duty -> notices.seen(duty.unit(), duty.today(), user.login(), at));
        return "redirect:/desk";
    }

    /** The person's own login, or, for a manager, that of somebody in the unit. */
    private String whose(String login, SignedInUser user) {
        String wanted = login == null ? user.login() : login;
        return agents.find(wanted)
                .filter(agent -> wanted.equals(user.login()) || access.mayManage(agent.unitId()))
                .map(Agent::login)
                .orElseThrow(() -> new NotThereException(user.login() + " may not change the presence of " + wanted));
    }

    private static String back(String login) {
        return login == null ? "redirect:/desk" : "redirect:/desk/roster";
    }

    static String cut(String note) {
        return SafeText.cut(note.strip(), LONGEST_NOTE);
    }
}
