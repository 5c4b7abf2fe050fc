package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.enquiry.QueryCodes;
import io.rotadesk.petition.matter.Extensions.Extension;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFile;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterPlans.Plan;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.PlaceSettings;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.matters.MatterSights.Seen;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The notice that a petitioner takes along (P4): how the matter was understood, how and by when it will be handled, and
 * whom to ask. Before the plan is saved, the method and the day can be typed on the sheet or written by hand; nothing
 * of that is kept.
 */
@Controller
class NoticePages {

    /**
     * The content of the sheet.
     *
     * @param receivedBy the name of the unit to which the petitioner came
     * @param method null until the plan is saved; it is then written on the sheet
     * @param deadline the last day; before the plan is saved, the latest day that it may name
     * @param before the last day before the extension; null unless the notice is about one
     * @param reason the reason of the extension; null unless the notice is about one
     * @param responsible the responsible person's name; null if there is none
     * @param extension of their desk phone; empty if there is none
     */
    record Notice(
            Matter matter,
            Unit unit,
            LocalDate day,
            LocalDate broughtOn,
            String receivedBy,
            String method,
            LocalDate deadline,
            LocalDate before,
            String reason,
            String responsible,
            String extension) {

        /** Where the petitioner asks; empty if the unit has no such phone. */
        public String publicPhone() {
            return unit.settings().get(PlaceSettings.class).publicPhone();
        }
    }

    private final MatterSights sights;
    private final MatterFiles files;
    private final MatterPlans plans;
    private final Agents agents;
    private final Units units;
    private final QueryCodes codes;
    private final PrintedCodes printed;
    private final Clock clock;

    NoticePages(
            MatterSights sights,
            MatterFiles files,
            MatterPlans plans,
            Agents agents,
            Units units,
            QueryCodes codes,
            PrintedCodes printed,
            Clock clock) {
        this.sights = sights;
        this.files = files;
        this.plans = plans;
        this.agents = agents;
        this.units = units;
        this.codes = codes;
        this.printed = printed;
        this.clock = clock;
    }

    @GetMapping("/desk/matters/{id}/notice")
    String notice(@PathVariable MatterId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Seen seen = sights.require(id, user);
        Matter matter = seen.matter();
        if (matter.receivedAt() == null || !matter.isOpen() && !matter.isPlanned()) {
            throw new NoSuchElementException(matter.number() + " has nothing to tell the petitioner of");
        }
        page.addAttribute("notice", notice(files.of(matter)));
        if (seen.decides()) {
            codes.of(matter).ifPresent(code -> page.addAllAttributes(printed.of(code)));
        }
        return "desk/matters/notice";
    }

    private Notice notice(MatterFile file) {
        Matter matter = file.matter();
        Unit unit = units.get(matter.unitId());
        Plan plan = matter.isPlanned() ? file.plan().orElse(null) : null;
        Extension extension = plan == null ? null : file.extension().orElse(null);
        Agent responsible = matter.responsible() == null
                ? null
                : agents.find(matter.responsible()).orElse(null);
        LocalDate deadline = plan == null
                ? plans.latestDay(matter.id())
                : lastDay(unit, extension == null ? plan.deadline() : extension.until());
        return new Notice(
                matter,
                unit,
                day(unit, extension != null ? extension.decidedAt() : plan != null ? plan.toldAt() : clock.instant()),
                day(unit, matter.receivedAt()),
                units.get(matter.receivedBy()).name(),
                plan == null ? null : plan.method(),
                deadline,
                extension == null ? null : lastDay(unit, before(file, extension, plan)),
                extension == null ? null : extension.reason(),
                responsible == null ? null : responsible.name(),
                responsible == null ? "" : responsible.extension());
    }

    /** The deadline that the petitioner knew: that of the previous extension, or of the plan. */
    private static Instant before(MatterFile file, Extension extension, Plan plan) {
        return file.extensions().stream()
                .filter(one -> one.id() < extension.id()
                        && one.until() != null
                        && one.decidedAt().isAfter(plan.setAt()))
                .reduce((one, last) -> last)
                .map(Extension::until)
                .orElse(plan.deadline());
    }

    private static LocalDate day(Unit unit, Instant instant) {
        return LocalDate.ofInstant(instant, unit.settings().zone());
    }

    private static LocalDate lastDay(Unit unit, Instant deadline) {
        return day(unit, deadline.minusNanos(1));
    }
}
