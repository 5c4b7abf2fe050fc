package io.rotadesk.web.desk.calls;

import io.rotadesk.access.PublicAddress;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.phonesystem.PhoneSystems;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page for whoever connects a phone system: what it sent lately, what became of it, and a call to try out. */
@Controller
@RequestMapping("/desk/calls/systems")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class PhoneSystemPages {

    private static final int LONGEST = 60;

    private final PhoneSystems systems;
    private final PublicAddress address;

    PhoneSystemPages(PhoneSystems systems, PublicAddress address) {
        this.systems = systems;
        this.address = address;
    }

    @GetMapping
    String page(@ShownUnit Unit unit, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("systems", systems.names());
        page.addAttribute("address", address.link("/api/phone/"));
        page.addAttribute("messages", systems.latest(unit.id()));
        return "desk/calls/systems";
    }

    @PostMapping("/try")
    String tryOut(@ShownUnit Unit unit, @RequestParam(defaultValue = "") String from, RedirectAttributes next) {
        String number = SafeText.orNull(SafeText.cleaned(from));
        CallReceipt receipt = systems.tryOut(unit.id(), number == null ? null : SafeText.cut(number, LONGEST));
        next.addFlashAttribute("triedLeg", receipt.isLeg());
        next.addFlashAttribute(
                "tried", receipt.offer() == null ? "" : receipt.offer().agent().name());
        if (receipt.call() != null) {
            next.addFlashAttribute(
                    "entry", "/desk/calls/entry/" + receipt.call().key());
        }
        return "redirect:/desk/calls/systems?unit=" + unit.id();
    }
}
