package io.rotadesk.web.desk.home;

import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitSettings;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.web.desk.home.HomeView.Choice;
import io.rotadesk.web.desk.home.HomeView.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the visitors who are with nobody yet on the page. */
record VisitItems(Gathered gathered) {

    /** Those in line, next first, and then those to whom somebody is on the way. */
    List<Visitor> line(List<Visit> inLine, List<Visit> expected) {
        return Stream.concat(inLine.stream(), expected.stream())
                .map(this::visitor)
                .toList();
    }

    private Visitor visitor(Visit visit) {
        Instant since = visit.waitingSince();
        Instant tooLongAt = tooLongAt(visit);
        boolean inLine = visit.inLine().queue() != null;
        Optional<UnitTask> task = gathered.task(VisitReception.Task.ASSIGN_VISITOR, visit.visitId());
        List<Choice> choices = inLine
                ? gathered.colleagues().choices(gathered.misses(visit.key().contact()), true)
                : List.of();
        return new Visitor(
                Gathered.id("visitor", visit.visitId()),
                visit.visitId(),
                gathered.somebody(Works.of(visit)),
                since,
                gathered.minutes(since),
                tooLongAt != null && !tooLongAt.isAfter(gathered.now()),
                inLine ? null : gathered.name(visit.host().agent()),
                visit.coming().appointmentAt(),
                task.map(gathered::claimedBy).orElse(null),
                choices,
                Colleagues.preset(choices));
    }

    /** @return the time at which the visitor has waited too long; null for one who does not wait */
    Instant tooLongAt(Visit visit) {
        VisitSettings settings = gathered.unit().settings().get(VisitSettings.class);
        Duration longest = visit.state() == VisitState.EXPECTED ? settings.greetTime() : settings.waitTime();
        return visit.waitingSince() == null ? null : visit.waitingSince().plus(longest);
    }
}
