package io.rotadesk.web.desk.channels;

import io.rotadesk.access.PublicAddress;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.channel.Addressed;
import io.rotadesk.staff.notice.channel.ChannelKind;
import io.rotadesk.staff.notice.channel.ChannelTests;
import io.rotadesk.staff.notice.channel.Channels;
import io.rotadesk.staff.notice.channel.NoticeChannel;
import io.rotadesk.staff.notice.channel.Route;
import io.rotadesk.staff.notice.channel.RouteMode;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit's channels, and which kind of notice goes by which: for its leaders and administrators. */
@Controller
@RequestMapping("/desk/channels")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class ChannelPages {

    private static final String BACK = "redirect:/desk/channels";

    private final Channels channels;
    private final ChannelTests tests;
    private final PublicAddress address;

    ChannelPages(Channels channels, ChannelTests tests, PublicAddress address) {
        this.channels = channels;
        this.tests = tests;
        this.address = address;
    }

    @GetMapping
    String page(@ShownUnit Unit unit, Model page) {
        return show(unit, ChannelForm.empty(), HoursForm.of(channels.hours(unit.id())), Map.of(), page);
    }

    @PostMapping
    String add(
            @ShownUnit Unit unit,
            ChannelForm form,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next) {
        Map<String, String> wrong = form.wrong(channels::accepts);
        if (form.kind() == ChannelKind.GATEWAY && !kinds(unit).contains(form.kind())) {
            wrong.put("kind", "desk.channels.gateway.noPetitioners");
        } else if (form.kind() == ChannelKind.GATEWAY && channels.hasGateway(unit.id())) {
            wrong.put("kind", "desk.channels.gateway.one");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(unit, form, HoursForm.of(channels.hours(unit.id())), wrong, page);
        }
        ChannelKind kind = form.kind();
        channels.add(
                unit.id(), kind, form.name(), kind.isGroup() ? form.address() : null, form.secretOf(), user.login());
        return back(unit, "added", next);
    }

    @PostMapping("/{id}/switch")
    String switchTo(
            @ShownUnit Unit unit, @PathVariable long id, @RequestParam boolean active, RedirectAttributes next) {
        channels.switchTo(unit.id(), id, active);
        return back(unit, "saved", next);
    }

    @PostMapping("/{id}/remove")
    String remove(@ShownUnit Unit unit, @PathVariable long id, RedirectAttributes next) {
        channels.remove(unit.id(), id);
        return back(unit, "saved", next);
    }

    /** Sends a message now, and answers with the page itself and what the receiver says. */
    @PostMapping("/{id}/test")
    String test(@ShownUnit Unit unit, @PathVariable long id, @AuthenticationPrincipal SignedInUser user, Model page) {
        NoticeChannel channel = channels.get(unit.id(), id);
        page.addAttribute("tested", channel.name());
        page.addAttribute("answer", tests.send(channel, user.login(), user.displayName()));
        return page(unit, page);
    }

    @PostMapping("/routes")
    String addRoute(
            @ShownUnit Unit unit,
            @RequestParam(required = false) List<NoticeKind> kind,
            @RequestParam long channel,
            @RequestParam RouteMode mode,
            @RequestParam(defaultValue = "") String wait,
            @RequestParam Addressed addressed,
            RedirectAttributes next) {
        boolean fits = wait.isBlank() || wait.strip().matches("[0-9]{1,4}");
        boolean forStaff = channels.get(unit.id(), channel).kind().isForStaff();
        if (kind == null || !fits || !forStaff) {
            next.addFlashAttribute("typedRoute", new TypedRoute(kind, channel, mode, wait, addressed));
            return back(unit, "badRoute", next);
        }
        int minutes = wait.isBlank() ? 0 : Integer.parseInt(wait.strip());
        kind.forEach(one -> channels.addRoute(unit.id(), one, channel, mode, minutes, addressed));
        return back(unit, "saved", next);
    }

    @PostMapping("/routes/{kind}/{step}/remove")
    String removeRoute(
            @ShownUnit Unit unit, @PathVariable NoticeKind kind, @PathVariable int step, RedirectAttributes next) {
        channels.removeRoute(unit.id(), kind, step);
        return back(unit, "saved", next);
    }

    @PostMapping("/hours")
    String hours(
            @ShownUnit Unit unit, HoursForm form, Model page, HttpServletResponse response, RedirectAttributes next) {
        if (!form.fits()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(unit, ChannelForm.empty(), form, Map.of("hours", "desk.channels.hours.wrong"), page);
        }
        channels.setHours(unit.id(), form.hours());
        return back(unit, "saved", next);
    }

    private String show(Unit unit, ChannelForm form, HoursForm hours, Map<String, String> wrong, Model page) {
        page.addAttribute("wrong", wrong);
        List<NoticeChannel> all = channels.of(unit.id());
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("channels", all);
        page.addAttribute("names", all.stream().collect(Collectors.toMap(NoticeChannel::id, Function.identity())));
        page.addAttribute("ways", ways(unit));
        page.addAttribute("kinds", NoticeKind.values());
        page.addAttribute("channelKinds", kinds(unit));
        page.addAttribute(
                "staffChannels",
                all.stream().filter(channel -> channel.kind().isForStaff()).toList());
        page.addAttribute("modes", RouteMode.values());
        page.addAttribute("addressees", Addressed.values());
        page.addAttribute("form", form);
        page.addAttribute("hours", hours);
        page.addAttribute("linksWork", address.isConfigured());
        return "desk/channels/setup";
    }

    /** Petitioners come to reception points only. */
    private static List<ChannelKind> kinds(Unit unit) {
        return Stream.of(ChannelKind.values())
                .filter(kind -> kind.isForStaff() || unit.kind() == UnitKind.PETITION)
                .toList();
    }

    private Map<NoticeKind, List<Route>> ways(Unit unit) {
        Map<NoticeKind, List<Route>> ways = new EnumMap<>(NoticeKind.class);
        Stream.of(NoticeKind.values()).forEach(kind -> ways.put(kind, List.of()));
        ways.putAll(channels.routes(unit.id()).stream().collect(Collectors.groupingBy(Route::kind)));
        return ways;
    }

    /**
     * A step that was refused, as it was chosen.
     *
     * @param kinds null if none was chosen
     * @param minutes as they were typed
     */
    record TypedRoute(List<NoticeKind> kinds, long channel, RouteMode mode, String minutes, Addressed addressed) {

        public boolean has(NoticeKind kind) {
            return kinds != null && kinds.contains(kind);
        }
    }

    private static String back(Unit unit, String flash, RedirectAttributes next) {
        next.addFlashAttribute(flash, true);
        next.addAttribute("unit", unit.id());
        return BACK;
    }
}
