package io.rotadesk.web.desk.hall;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.engine.Collisions;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.petition.matter.PetitionerKind;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.FreeTimes;
import io.rotadesk.petition.reception.FreeTimes.FreeDay;
import io.rotadesk.petition.reception.HallWindows;
import io.rotadesk.petition.reception.PetitionRefusal;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.Petitions.Announced;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.matters.MatterSights;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of the reception hall: who waits in which order and since when, who is called or received by whom, who is
 * expected, and a form to register a petitioner (P1, P3). Everybody who may get the next number sees the names;
 * everything else is on the matter's page.
 */
@Controller
@RequestMapping("/desk/hall")
class HallPages {

    private static final String PATH = "/desk/hall";

    /** As many days of free times as are read at a glance. */
    private static final int DAYS = 7;

    private final HallViews views;
    private final HallStreams streams;
    private final HallAccess hall;
    private final MatterSights sights;
    private final HallWording words;
    private final Petitions petitions;
    private final FreeTimes freeTimes;
    private final HallWindows windows;
    private final Identities identities;
    private final Agents agents;
    private final UnitAccess access;
    private final Collisions collisions;
    private final MessageSource messages;

    HallPages(
            HallViews views,
            HallStreams streams,
            HallAccess hall,
            MatterSights sights,
            HallWording words,
            Petitions petitions,
            FreeTimes freeTimes,
            HallWindows windows,
            Identities identities,
            Agents agents,
            UnitAccess access,
            Collisions collisions,
            MessageSource messages) {
        this.views = views;
        this.streams = streams;
        this.hall = hall;
        this.sights = sights;
        this.words = words;
        this.petitions = petitions;
        this.freeTimes = freeTimes;
        this.windows = windows;
        this.identities = identities;
        this.agents = agents;
        this.access = access;
        this.collisions = collisions;
        this.messages = messages;
    }

    /**
     * @param day with {@code time}, a free time that somebody has chosen for an appointment
     */
    @GetMapping
    String page(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale) {
        part(unit, user, page, locale);
        page.addAttribute("form", TicketForm.at(day, time));
        page.addAttribute("identity", new Identities.Typed(null, null, null, null));
        page.addAttribute("wrong", Map.of());
        return "desk/hall/hall";
    }

    /** The part of the page that is updated live. */
    @GetMapping("/part")
    String part(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        hall.check(unit.id(), user);
        HallView view = views.of(unit, sights.viewer(unit.id(), user), locale);
        page.addAttribute("unit", unit);
        page.addAttribute("manages", access.mayManage(unit.id()));
        page.addAttribute("view", view);
        page.addAttribute("isStaff", view.staff().containsKey(user.login()));
        page.addAttribute("myWindow", view.windows().get(user.login()));
        page.addAttribute("until", view.endsAt().toEpochMilli());
        page.addAttribute("kinds", PetitionerKind.values());
        return "desk/hall/line :: line";
    }

    /** The days and times at which an appointment is possible. */
    @GetMapping("/times")
    String times(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @AuthenticationPrincipal SignedInUser user,
            Model page) {
        hall.check(unit.id(), user);
        List<FreeDay> days = freeTimes.days(unit.id(), from == null ? LocalDate.MIN : from, DAYS);
        page.addAttribute("unit", unit);
        page.addAttribute("days", days);
        page.addAttribute(
                "next", days.size() < DAYS ? null : days.get(DAYS - 1).day().plusDays(1));
        return "desk/hall/times";
    }

    /** A person says at which window they sit. */
    @PostMapping("/window")
    String window(
            @ShownUnit Unit unit,
            @RequestParam(required = false) String window,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        hall.check(unit.id(), user);
        windows.sits(unit.id(), user.login(), window);
        next.addFlashAttribute("changed", true);
        next.addAttribute("unit", unit.id());
        return "redirect:" + PATH;
    }

    /** Sends an event each time the page must be loaded again. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user) {
        hall.check(unit.id(), user);
        return streams.open(unit.id());
    }

    /** Registers a petitioner who has come or makes an appointment. */
    @PostMapping
    String register(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @ModelAttribute("form") TicketForm form,
            @ModelAttribute("identity") Identities.Typed identity,
            Model page,
            RedirectAttributes next,
            Locale locale) {
        hall.check(unit.id(), user);
        if (form.isHalfAppointed()) {
            String half = messages.getMessage("desk.hall.wrong.half", null, locale);
            return refused(unit, user, page, locale, Map.of("appointmentAt", half));
        }
        TicketId ticketId = form.ticketId();
        try {
            identities.check(unit.id(), identity, form.anonymous());
            Announced announced = collisions.again(() -> petitions.announce(
                    ticketId, unit.id(), form.announcement(unit.settings().zone()), user.login()));
            if (announced.first()) {
                identities.save(announced.ticket().matterId(), identity);
            }
            next.addFlashAttribute("done", done(announced.ticket(), locale));
            next.addFlashAttribute("doneId", announced.ticket().id().value());
            if (sights.sees(announced.ticket().matterId(), user)) {
                next.addFlashAttribute(
                        "doneMatter", announced.ticket().matterId().value());
            }
        } catch (PetitionRefusal refusal) {
            return refused(unit, user, page, locale, Map.of(refusal.field(), words.why(refusal, locale)));
        } catch (MatterRefusal refusal) {
            return refused(unit, user, page, locale, Map.of(refusal.field(), words.why(refusal, locale)));
        }
        next.addAttribute("unit", unit.id());
        return "redirect:" + PATH;
    }

    private String refused(Unit unit, SignedInUser user, Model page, Locale locale, Map<String, String> wrong) {
        part(unit, user, page, locale);
        page.addAttribute("wrong", wrong);
        return "desk/hall/hall";
    }

    private String done(Ticket ticket, Locale locale) {
        if (ticket.state() == TicketState.CALLED && ticket.staff() != null) {
            String window = words.window(windows.of(ticket.unitId()).get(ticket.staff()), locale);
            return messages.getMessage(
                    window == null ? "desk.hall.done.called" : "desk.hall.done.called.window",
                    new Object[] {String.valueOf(ticket.number()), agents.name(ticket.staff()), window},
                    locale);
        }
        String what = switch (ticket.state()) {
            case EXPECTED -> "expected";
            // A large-scale event: the leader goes to them, and nobody calls the number (P5).
            case DONE -> "alerted";
            default -> "waiting";
        };
        return messages.getMessage("desk.hall.done." + what, new Object[] {String.valueOf(ticket.number())}, locale);
    }
}
