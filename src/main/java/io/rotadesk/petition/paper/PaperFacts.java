package io.rotadesk.petition.paper;

import static io.rotadesk.petition.paper.Placeholder.*;

import io.rotadesk.petition.matter.Extensions;
import io.rotadesk.petition.matter.Extensions.Extension;
import io.rotadesk.petition.matter.IdNumber;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Identity;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFile;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterPlans.Plan;
import io.rotadesk.petition.matter.TimelineEntry;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.matter.Transfers.Transfer;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.PlaceSettings;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a matter knows for the placeholders of a template, in Chinese and in the zone of the unit that has it. */
@Component
class PaperFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final MatterFiles files;
    private final MatterPlans plans;
    private final Identities identities;
    private final Units units;
    private final Agents agents;
    private final Clock clock;

    PaperFacts(MatterFiles files, MatterPlans plans, Identities identities, Units units, Agents agents, Clock clock) {
        this.files = files;
        this.plans = plans;
        this.identities = identities;
        this.units = units;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * @param about the paper whose receipt is made; null for every other kind
     * @return without what the matter does not know
     */
    Map<Placeholder, String> of(Matter matter, Paper about) {
        MatterFile file = files.of(matter);
        Unit unit = units.get(matter.unitId());
        Map<Placeholder, String> facts = new EnumMap<>(Placeholder.class);
        facts.put(MATTER_NUMBER, matter.number());
        facts.put(PETITIONER, petitioner(matter));
        facts.put(PHONE, PhoneNumbers.readable(matter.petitionerPhone()));
        facts.put(PEOPLE, matter.groupSize() + " 人");
        facts.put(CAME_ON, day(unit, matter.receivedAt() == null ? matter.openedAt() : matter.receivedAt()));
        facts.put(CAME_TO, units.get(matter.receivedBy()).name());
        facts.put(FIRST_OR_AGAIN, matter.visits() > 1 || file.earlier() != null ? "重访" : "初访");
        facts.put(EARLIER_MATTER, file.earlier() == null ? "无" : file.earlier().number());
        facts.put(PURPOSE, matter.purpose() == null ? matter.summary() : matter.purpose());
        facts.put(ACCOUNT, matter.account() == null ? matter.summary() : matter.account());
        facts.put(MATERIALS, materials(file));
        facts.put(UNIT, unit.name());
        facts.put(RESPONSIBLE, matter.responsible() == null ? null : agents.name(matter.responsible()));
        facts.put(REGISTERED_BY, matter.openedBy() == null ? null : agents.name(matter.openedBy()));
        facts.put(UNIT_PHONE, phone(matter, unit));
        facts.put(RESULT, result(file));
        facts.put(REVIEW_BODY, reviewBody(unit));
        facts.put(TODAY, day(unit, clock.instant()));
        plan(file, unit, facts);
        transfer(file, facts);
        if (about != null) {
            facts.put(PAPER_TITLE, about.wording().title());
            facts.put(PAPER_NUMBER, about.number());
        }
        facts.values().removeIf(value -> value == null || value.isBlank());
        identity(matter, unit, facts);
        return facts;
    }

    /** Nobody has to say anything of themselves: what is not known stays empty, for the pen, and is no gap. */
    private void identity(Matter matter, Unit unit, Map<Placeholder, String> facts) {
        Identity identity = identities.of(matter.id());
        Optional<IdNumber> number = Optional.ofNullable(identity.idNumber());
        LocalDate today = unit.clock().day(clock.instant());
        facts.put(
                SEX_AND_AGE,
                Stream.of(
                                number.flatMap(IdNumber::sex).map(sex -> sex == IdNumber.Sex.MALE ? "男" : "女"),
                                number.flatMap(one -> one.age(today)).map(age -> age + " 岁"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("，")));
        facts.put(ID_NUMBER, identity.maskedNumber().orElse(""));
        facts.put(ADDRESS, identity.address() == null ? "" : identity.address());
        facts.put(REPRESENTATIVES, String.join("、", identity.representatives()));
    }

    private static String petitioner(Matter matter) {
        if (matter.petitionerName() == null) {
            return "来访群众";
        }
        return matter.groupSize() > 1
                ? matter.petitionerName() + " 等 " + matter.groupSize() + " 人"
                : matter.petitionerName();
    }

    private static String materials(MatterFile file) {
        return file.materials().isEmpty()
                ? "无"
                : file.materials().stream()
                        .map(one -> one.shows().isEmpty() ? one.name() : one.name() + "（" + one.shows() + "）")
                        .collect(Collectors.joining("；"));
    }

    /** Before the plan is saved, the day is the latest that it may name. */
    private void plan(MatterFile file, Unit unit, Map<Placeholder, String> facts) {
        Matter matter = file.matter();
        Plan plan = matter.isPlanned() ? file.plan().orElse(null) : null;
        if (plan == null) {
            facts.put(DEADLINE, matter.isOpen() ? DAY.format(plans.latestDay(matter.id())) : null);
            return;
        }
        List<Extension> approved = file.extensions().stream()
                .filter(one -> one.decision() == Extensions.Decision.APPROVED)
                .filter(one -> !one.decidedAt().isBefore(plan.setAt()))
                .toList();
        Extension last = approved.isEmpty() ? null : approved.get(approved.size() - 1);
        facts.put(METHOD, plan.method());
        facts.put(DEADLINE, lastDay(unit, last == null ? plan.deadline() : last.until()));
        if (last != null) {
            Instant former =
                    approved.size() > 1 ? approved.get(approved.size() - 2).until() : plan.deadline();
            facts.put(FORMER_DEADLINE, lastDay(unit, former));
            facts.put(EXTENSION_REASON, last.reason());
        }
    }

    private void transfer(MatterFile file, Map<Placeholder, String> facts) {
        if (!file.transfers().isEmpty()) {
            Transfer last = file.transfers().get(file.transfers().size() - 1);
            facts.put(FORWARDED_TO, units.get(last.toUnit()).name());
            facts.put(FORWARDED_WHY, last.reason());
        }
    }

    /** The last result that was written down since the matter began, or was taken up again. */
    private static String result(MatterFile file) {
        String result = file.matter().reply();
        for (TimelineEntry step : file.timeline()) {
            if (step.kind() == TimelineKind.HANDLED) {
                result = step.text();
            } else if (step.kind() == TimelineKind.REOPENED) {
                result = null;
            }
        }
        return result;
    }

    private String reviewBody(Unit unit) {
        String chosen = unit.settings().get(PaperSettings.class).reviewBody();
        return chosen.isEmpty()
                ? units.above(unit.id()).stream().map(Unit::name).findFirst().orElse(null)
                : chosen;
    }

    private String phone(Matter matter, Unit unit) {
        String phone = unit.settings().get(PlaceSettings.class).publicPhone();
        String extension = Optional.ofNullable(matter.responsible())
                .flatMap(agents::find)
                .map(Agent::extension)
                .orElse("");
        return extension.isEmpty() ? phone : (phone + " 转 " + extension).strip();
    }

    private static String day(Unit unit, Instant instant) {
        return DAY.format(unit.clock().day(instant));
    }

    private static String lastDay(Unit unit, Instant deadline) {
        LocalDate day = unit.clock().day(deadline.minusNanos(1));
        return DAY.format(day);
    }
}
