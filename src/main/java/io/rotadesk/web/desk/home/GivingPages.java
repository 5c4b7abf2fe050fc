package io.rotadesk.web.desk.home;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.PersonInTheEngine;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.call.CallGiving;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Callers whom nobody took, and visitors in line, are given to an agent from the leaders' home page. */
@Controller
@RequestMapping("/desk/home")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class GivingPages {

    private final PersonInTheEngine person;
    private final Calls calls;
    private final CallGiving giving;
    private final Visits visits;
    private final Announcements announcements;
    private final Agents agents;
    private final Collisions collisions;
    private final HomeWording words;
    private final Reply reply;

    GivingPages(
            PersonInTheEngine person,
            Calls calls,
            CallGiving giving,
            Visits visits,
            Announcements announcements,
            Agents agents,
            Collisions collisions,
            HomeWording words,
            Reply reply) {
        this.person = person;
        this.calls = calls;
        this.giving = giving;
        this.visits = visits;
        this.announcements = announcements;
        this.agents = agents;
        this.collisions = collisions;
        this.words = words;
        this.reply = reply;
    }

    /** Gives a caller whom nobody took to an agent (L2.1). */
    @PostMapping("/call")
    String give(
            @ShownUnit Unit unit,
            @RequestParam String call,
            @RequestParam(defaultValue = "") String agent,
            @AuthenticationPrincipal SignedInUser user,
            HttpServletRequest request,
            Model page,
            RedirectAttributes next,
            Locale locale) {
        CallKey key = new CallKey(unit.id(), call);
        if (calls.find(key).isEmpty()) {
            throw new NotThereException("no call " + key);
        }
        Said said = isOneOfUs(agent, unit, one -> true)
                ? words.given(person.as(user, () -> giving.give(key, agent, user.login())), user, locale)
                : words.chooseSomebody(locale);
        return reply.say(new Reply.To(request, unit, user, page, next, locale), said, Gathered.id("caller", call));
    }

    /** Gives a visitor in line to an agent, as on the reception's page (L3.1). */
    @PostMapping("/visitor")
    String assign(
            @ShownUnit Unit unit,
            @RequestParam String visit,
            @RequestParam(defaultValue = "") String agent,
            @AuthenticationPrincipal SignedInUser user,
            HttpServletRequest request,
            Model page,
            RedirectAttributes next,
            Locale locale) {
        VisitKey key = new VisitKey(unit.id(), visit);
        if (visits.find(key).isEmpty()) {
            throw new NotThereException("no visit " + key);
        }
        Said said = words.chooseSomebody(locale);
        if (isOneOfUs(agent, unit, one -> one.team() != null)) {
            boolean assigned = collisions.again(() -> announcements.assign(key, agent, user.login()));
            said = words.assigned(assigned, visits.get(key), agent, locale);
        }
        return reply.say(new Reply.To(request, unit, user, page, next, locale), said, Gathered.id("visitor", visit));
    }

    private boolean isOneOfUs(String login, Unit unit, Predicate<Agent> fit) {
        return agents.find(login)
                .filter(agent -> agent.unitId().equals(unit.id()) && !agent.left())
                .filter(fit)
                .isPresent();
    }
}
