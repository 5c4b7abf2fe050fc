package io.rotadesk.web.desk.channels;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.channel.ReachablePeople;
import io.rotadesk.staff.notice.channel.ReachablePerson;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own page: their e-mail address, their quiet hours, and what they want by mail in any case. */
@Controller
@RequestMapping("/desk/channels/own")
class OwnChannelPages {

    private static final int LONGEST = 254;
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final ReachablePeople people;
    private final UnitAccess access;

    OwnChannelPages(ReachablePeople people, UnitAccess access) {
        this.people = people;
        this.access = access;
    }

    @GetMapping
    String own(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        ReachablePerson person = people.get(user.login());
        return show(unit, person.mail(), HoursForm.of(person.quiet(), null), person.kinds(), Map.of(), page);
    }

    @PostMapping
    String save(
            @ShownUnit Unit unit,
            @RequestParam(required = false) String mail,
            @RequestParam(required = false) Set<NoticeKind> kind,
            HoursForm hours,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next) {
        String address = SafeText.orNull(mail);
        // A blank kind is no kind.
        Set<NoticeKind> kinds = Stream.ofNullable(kind)
                .flatMap(Set::stream)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> wrong = new LinkedHashMap<>();
        if (address != null
                && (address.length() > LONGEST || !MAIL.matcher(address).matches())) {
            wrong.put("mail", "desk.channels.own.mail.wrong");
        }
        if (!hours.fitsQuiet()) {
            wrong.put("hours", "desk.channels.own.hours.wrong");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(unit, address, hours, kinds, wrong, page);
        }
        people.save(new ReachablePerson(user.login(), address, hours.quiet(), kinds));
        next.addFlashAttribute("saved", true);
        return "redirect:/desk/channels/own";
    }

    private String show(
            Unit unit, String mail, HoursForm hours, Set<NoticeKind> chosen, Map<String, String> wrong, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("manages", access.mayManage(unit.id()));
        page.addAttribute("mail", mail);
        page.addAttribute("hours", hours);
        page.addAttribute("chosen", chosen);
        page.addAttribute("kinds", NoticeKind.values());
        page.addAttribute("wrong", wrong);
        return "desk/channels/own";
    }
}
