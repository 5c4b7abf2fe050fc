package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.LargeScaleEvents.Alert;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.MatterFile;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterTasks;
import io.rotadesk.petition.matter.MatterTasks.MatterTask;
import io.rotadesk.petition.matter.Responsibles;
import io.rotadesk.petition.matter.TimelineEntry;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.matters.MatterSights.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the content of a matter's page. */
@Component
class MatterViews {

    private final MatterFiles files;
    private final MatterSights sights;
    private final DueViews dues;
    private final Tickets tickets;
    private final MatterTasks tasks;
    private final TimelineWording words;
    private final MatterCategories categories;
    private final Responsibles responsibles;
    private final Agents agents;
    private final Units units;

    MatterViews(
            MatterFiles files,
            MatterSights sights,
            DueViews dues,
            Tickets tickets,
            MatterTasks tasks,
            TimelineWording words,
            MatterCategories categories,
            Responsibles responsibles,
            Agents agents,
            Units units) {
        this.files = files;
        this.sights = sights;
        this.dues = dues;
        this.tickets = tickets;
        this.tasks = tasks;
        this.words = words;
        this.categories = categories;
        this.responsibles = responsibles;
        this.agents = agents;
        this.units = units;
    }

    @Transactional(readOnly = true)
    public MatterView of(Seen seen, SignedInUser user, Locale locale) {
        Matter matter = seen.matter();
        MatterFile file = files.of(matter);
        Unit unit = units.get(matter.unitId());
        List<Ticket> arrivals = tickets.ofMatter(matter.id());
        List<MatterTask> open = tasks.openOf(matter.id());
        Map<String, String> unitNames = unitNames(file, open);
        Map<String, String> people = people(file, arrivals, open, unitNames.keySet());
        return new MatterView(
                file,
                unit,
                seen.leads(),
                seen.decides(),
                categories.label(matter.category(), locale),
                dues.of(List.of(matter)).get(matter.id()),
                arrivals,
                open,
                open.stream()
                        .filter(task -> task.isFor(user.login()))
                        .map(MatterTask::id)
                        .collect(Collectors.toSet()),
                timeline(file, people, unitNames, locale),
                seen.leads() && matter.isOpen() ? colleagues(matter) : List.of(),
                open(file, user),
                people,
                unitNames);
    }

    /** The categories that can be chosen at the unit, by code, in the order of lists. */
    Map<String, String> categories(String unitId, Locale locale) {
        Map<String, String> labels = new LinkedHashMap<>();
        categories.codes(unitId).forEach(code -> labels.put(code, categories.label(code, locale)));
        return labels;
    }

    /** All categories of the unit's tree, also those in which nothing can be put any more: matters are looked for in them. */
    Map<String, String> allCategories(String unitId, Locale locale) {
        Map<String, String> labels = new LinkedHashMap<>();
        categories.tree(unitId).forEach(one -> labels.put(one.code(), categories.label(one.code(), locale)));
        return labels;
    }

    private List<Agent> colleagues(Matter matter) {
        return responsibles.colleagues(matter.id()).stream()
                .filter(agent -> !agent.login().equals(matter.responsible()))
                .toList();
    }

    private List<TimelineLine> timeline(
            MatterFile file, Map<String, String> people, Map<String, String> unitNames, Locale locale) {
        return file.timeline().stream()
                .map(entry -> new TimelineLine(
                        entry.at(),
                        entry.kind(),
                        entry.who() == null ? null : people.getOrDefault(entry.who(), entry.who()),
                        entry.unitId().equals(file.matter().unitId())
                                ? null
                                : unitNames.getOrDefault(entry.unitId(), entry.unitId()),
                        words.text(entry, people, locale)))
                .toList();
    }

    /** The records of repeat visits are open to the person who may look into the matter. */
    private Set<MatterId> open(MatterFile file, SignedInUser user) {
        return Stream.concat(
                        related(file).filter(other -> sights.sight(other, user).isPresent()), file.visits().stream())
                .map(Matter::id)
                .collect(Collectors.toSet());
    }

    private static Stream<Matter> related(MatterFile file) {
        return Stream.concat(Optional.ofNullable(file.earlier()).stream(), file.later().stream());
    }

    private Map<String, String> unitNames(MatterFile file, List<MatterTask> open) {
        List<String> ids =
                new ArrayList<>(List.of(file.matter().unitId(), file.matter().receivedBy()));
        file.timeline().stream().map(TimelineEntry::unitId).forEach(ids::add);
        file.coordination().stream().map(Coordination.Request::unitId).forEach(ids::add);
        file.alerts().stream().map(Alert::unitId).forEach(ids::add);
        file.instructions().forEach(one -> ids.add(one.toUnit()));
        file.transfers().forEach(one -> ids.addAll(List.of(one.fromUnit(), one.toUnit())));
        file.rounds().forEach(one -> ids.add(one.unitId()));
        file.visits().forEach(one -> ids.add(one.unitId()));
        open.stream().map(MatterTask::unitId).filter(Objects::nonNull).forEach(ids::add);
        Map<String, String> names = new LinkedHashMap<>();
        ids.stream().distinct().forEach(id -> units.find(id).ifPresent(unit -> names.put(id, unit.name())));
        return names;
    }

    /** Everybody named on the page, and the leaders of the units named there. */
    private Map<String, String> people(
            MatterFile file, List<Ticket> arrivals, List<MatterTask> open, Set<String> unitIds) {
        Stream<String> inFile = Stream.of(
                        Stream.of(
                                file.matter().responsible(),
                                file.matter().openedBy(),
                                file.matter().closedBy()),
                        file.rounds().stream().flatMap(round -> Stream.of(round.responsible(), round.closedBy())),
                        file.timeline().stream().map(TimelineEntry::who),
                        file.plans().stream().map(plan -> plan.setBy()),
                        file.extensions().stream()
                                .flatMap(one -> Stream.of(one.askedBy(), one.decidedBy(), one.toldBy())),
                        file.transfers().stream()
                                .flatMap(one -> Stream.of(one.proposedBy(), one.answeredBy(), one.named())),
                        file.coordination().stream().flatMap(one -> Stream.of(one.askedBy(), one.answeredBy())),
                        file.instructions().stream()
                                .flatMap(one -> Stream.of(one.reportedBy(), one.instructedBy(), one.readBy())),
                        file.alerts().stream().map(Alert::acknowledgedBy),
                        Optional.ofNullable(file.scene()).stream()
                                .flatMap(scene -> Stream.of(scene.leader(), scene.reviewedBy())))
                .flatMap(part -> part);
        Stream<String> around = Stream.of(
                        arrivals.stream().map(Ticket::staff),
                        open.stream().map(MatterTask::assignee),
                        unitIds.stream().flatMap(id -> units.get(id).managers().stream()))
                .flatMap(part -> part);
        return agents.named(
                Stream.concat(inFile, around).filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
