package io.rotadesk.web.desk.home;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.engine.models.MatterTransfer;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.engine.models.PetitionSummary;
import io.rotadesk.engine.models.SceneResponse;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Urging;
import io.rotadesk.petition.matter.Urgings;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.home.HomeView.LateTask;
import io.rotadesk.web.desk.home.HomeView.OtherTask;
import io.rotadesk.web.desk.home.StartView.Figure;
import io.rotadesk.web.desk.home.StartView.UrgingItem;
import io.rotadesk.web.desk.matters.MatterFigures;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what waits for the leader of a reception point: to sign, to decide, alerts, late and urged matters. */
@Component
class StartViews {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final int MOST_URGINGS = 20;

    private static final Set<String> SIGN = Set.of(PetitionSummary.Task.SIGN_OFF_SUMMARY);

    private static final Set<String> DECIDE = Set.of(
            MatterHandling.Task.DECIDE_EXTENSION,
            MatterHandling.Task.GIVE_INSTRUCTION,
            MatterTransfer.Task.DECIDE_TRANSFER,
            MatterTransfer.Task.ACCEPT_TRANSFER,
            MatterTransfer.Task.NAME_RESPONSIBLE);

    private static final Set<String> ALERTS = Set.of(
            SceneResponse.Task.ACKNOWLEDGE_ALERT,
            SceneResponse.Task.ATTEND_SCENE,
            PetitionReception.Task.ACKNOWLEDGE_ESCALATED_ALERT);

    private final MatterFigures figures;
    private final MatterFiles matters;
    private final Urgings urgings;
    private final Deadlines deadlines;
    private final Agents agents;
    private final Clock clock;

    StartViews(
            MatterFigures figures,
            MatterFiles matters,
            Urgings urgings,
            Deadlines deadlines,
            Agents agents,
            Clock clock) {
        this.figures = figures;
        this.matters = matters;
        this.urgings = urgings;
        this.deadlines = deadlines;
        this.agents = agents;
        this.clock = clock;
    }

    /** @param view the tasks of the leader are read from it */
    StartView of(Unit unit, SignedInUser user, HomeView view) {
        List<UnitTask> tasks = Stream.concat(
                        view.others().stream().map(OtherTask::task),
                        view.late().stream().map(LateTask::task).filter(UnitTask::theirs))
                .toList();
        List<Figure> all = new ArrayList<>();
        all.add(tasks("alerts", tasks, ALERTS, true));
        all.add(tasks("sign", tasks, SIGN, false));
        all.add(tasks("decide", tasks, DECIDE, false));
        figures.of(unit, user)
                .forEach(one -> all.add(new Figure(
                        one.key(), one.count(), one.address(), one.key().equals("overdue"))));
        return new StartView(all, urgings(unit, user));
    }

    /** The way leads to the task itself if there is only one. */
    private static Figure tasks(String key, List<UnitTask> tasks, Set<String> steps, boolean urgent) {
        List<UnitTask> these =
                tasks.stream().filter(task -> steps.contains(task.step())).toList();
        return new Figure(
                key,
                these.size(),
                these.size() == 1 ? TASKLIST + "#/?task=" + these.get(0).id() : TASKLIST,
                urgent);
    }

    /** Those that others ask about: whoever urges does not answer. */
    private List<UrgingItem> urgings(Unit unit, SignedInUser user) {
        List<Urging> waiting = urgings.asked(unit.id(), user.login(), MOST_URGINGS);
        Map<MatterId, Matter> known =
                matters.byId(waiting.stream().map(Urging::matterId).collect(Collectors.toSet()));
        Map<String, String> names =
                agents.named(waiting.stream().map(Urging::urgedBy).collect(Collectors.toSet()));
        return waiting.stream()
                .map(one -> new UrgingItem(
                        one.id(),
                        one.matterId().value(),
                        known.get(one.matterId()).number(),
                        names.getOrDefault(one.urgedBy(), one.urgedBy()),
                        deadlines.lastDay(unit.id(), one.dueAt()),
                        one.isLate(clock.instant())))
                .toList();
    }
}
