package io.rotadesk.web.desk.notices;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with everything that the person was told and has not read. */
@Controller
class UnreadNoticePages {

    private final Notices notices;
    private final NoticeLines lines;

    UnreadNoticePages(Notices notices, NoticeLines lines) {
        this.notices = notices;
        this.lines = lines;
    }

    @GetMapping("/desk/notices")
    String all(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("notices", lines.unread(user.login(), locale));
        return "desk/notices/list";
    }

    /** @param id of the notice that was read; all of them without it */
    @PostMapping("/desk/notices/seen")
    String seen(@RequestParam(required = false) Long id, @AuthenticationPrincipal SignedInUser user) {
        if (id == null) {
            notices.readAll(user.login());
        } else {
            notices.read(user.login(), id);
        }
        return "redirect:/desk/notices";
    }
}
