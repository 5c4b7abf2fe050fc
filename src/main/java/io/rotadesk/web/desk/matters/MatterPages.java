package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.enquiry.QueryCodes;
import io.rotadesk.petition.enquiry.Ratings;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFilter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.petition.matter.SeenMatters.Sight;
import io.rotadesk.petition.matter.SeenMatters.Viewer;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.staff.notice.channel.OutsideMessages;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.matters.MatterSights.Seen;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The register of matters. Leaders see all matters of their unit and of the units below it; others see those that they
 * are responsible for or received. Both see the matters about which their unit is being asked (P1, P6).
 */
@Controller
@RequestMapping("/desk/matters")
class MatterPages {

    private final SeenMatters register;
    private final MatterSights sights;
    private final MatterRows rows;
    private final MatterViews views;
    private final QueryCodes codes;
    private final Ratings ratings;
    private final IdentityPages identities;
    private final PaperCards papers;
    private final AttachmentCards attachments;
    private final Agents agents;
    private final UrgingViews urgings;
    private final ReviewCards reviews;
    private final ChosenMatters chosen;
    private final OutsideMessages messages;

    MatterPages(
            SeenMatters register,
            MatterSights sights,
            MatterRows rows,
            MatterViews views,
            QueryCodes codes,
            Ratings ratings,
            IdentityPages identities,
            PaperCards papers,
            AttachmentCards attachments,
            Agents agents,
            UrgingViews urgings,
            ReviewCards reviews,
            ChosenMatters chosen,
            OutsideMessages messages) {
        this.register = register;
        this.sights = sights;
        this.rows = rows;
        this.views = views;
        this.codes = codes;
        this.ratings = ratings;
        this.identities = identities;
        this.papers = papers;
        this.attachments = attachments;
        this.agents = agents;
        this.urgings = urgings;
        this.reviews = reviews;
        this.chosen = chosen;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @ModelAttribute("query") MatterQuery query,
            Model page,
            Locale locale) {
        Viewer viewer = sights.viewer(unit.id(), user);
        List<Unit> led = register.led(viewer);
        MatterFilter filter = chosen.filter(unit, led, query);
        Found<Matter> found = register.find(filter, viewer, query.place(), MatterQuery.PAGE);
        page.addAttribute("unit", unit);
        page.addAttribute("matters", rows.of(unit, found.entries(), locale));
        page.addAttribute("next", found.next());
        page.addAttribute("counted", register.figures(filter, viewer));
        page.addAttribute("people", people(filter));
        page.addAttribute("led", led);
        page.addAttribute("address", query.address(unit.id()));
        page.addAttribute("states", MatterQuery.STATES);
        page.addAttribute("categories", views.allCategories(unit.id(), locale));
        page.addAttribute("seesAll", viewer.leads());
        return "desk/matters/list";
    }

    /** The people of the unit that is looked at, and the one who was chosen elsewhere. */
    private Map<String, String> people(MatterFilter filter) {
        Map<String, String> people = agents.names(filter.unitId());
        String one = filter.responsible();
        if (one != null && !one.isEmpty() && !people.containsKey(one)) {
            people.putAll(agents.named(List.of(one)));
        }
        return people;
    }

    @GetMapping("/{id}")
    String matter(@PathVariable MatterId id, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        Seen seen = sights.require(id, user);
        MatterView view = views.of(seen, user, locale);
        page.addAttribute("view", view);
        page.addAttribute("papers", papers.of(view, user, locale));
        page.addAttribute("attachments", attachments.of(seen.matter(), user, locale));
        page.addAttribute("urgings", urgings.of(seen, user));
        page.addAttribute("reviews", reviews.of(seen.matter(), user));
        page.addAttribute("above", seen.sight() == Sight.ABOVE);
        page.addAttribute("categories", views.categories(seen.matter().unitId(), locale));
        page.addAttribute("code", seen.decides() ? codes.of(seen.matter()).orElse(null) : null);
        page.addAttribute("gateway", messages.reach(seen.matter().unitId()));
        page.addAttribute("ratings", ratings.of(seen.matter().id()));
        page.addAllAttributes(identities.of(seen.matter()));
        return "desk/matters/matter";
    }
}
