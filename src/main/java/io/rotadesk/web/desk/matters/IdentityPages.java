package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.GroupSettings;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Identities.Typed;
import io.rotadesk.petition.matter.Identity;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.petition.matter.PetitionerKind;
import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is known of who brought a matter; leaders of its unit and the responsible person change it. */
@Controller
class IdentityPages {

    private final MatterSights sights;
    private final Identities identities;
    private final Units units;
    private final Clock clock;
    private final Words words;

    IdentityPages(
            MatterSights sights,
            Identities identities,
            Units units,
            Clock clock,
            @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.sights = sights;
        this.identities = identities;
        this.units = units;
        this.clock = clock;
        this.words = new Words(locale, "i18n/matter");
    }

    /** The attributes with which a page shows the identity. */
    Map<String, Object> of(Matter matter) {
        Identity identity = identities.of(matter.id());
        Unit root = units.get(matter.rootUnitId());
        Map<String, Object> shown = new HashMap<>();
        shown.put("identity", identity);
        shown.put("kinds", PetitionerKind.values());
        shown.put(
                "mostRepresentatives", root.settings().get(GroupSettings.class).representatives());
        if (identity.idNumber() != null) {
            identity.idNumber()
                    .age(root.clock().day(clock.instant()))
                    .filter(age -> identity.kind() == PetitionerKind.PERSON)
                    .ifPresent(age -> shown.put("age", age));
        }
        return shown;
    }

    @PostMapping("/desk/matters/{id}/identity")
    String save(
            @PathVariable MatterId id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String idNumber,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String representatives,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next,
            Locale locale) {
        Matter matter = sights.decided(id, user);
        Typed typed = new Typed(kind, idNumber, address, representatives);
        try {
            identities.save(matter.id(), typed);
            next.addFlashAttribute("done", "identity.done");
        } catch (MatterRefusal refusal) {
            next.addFlashAttribute("refused", words.get(locale, refusal.key(), refusal.arguments()));
            next.addFlashAttribute("typedIdentity", typed);
        }
        return "redirect:/desk/matters/" + id;
    }
}
