package io.rotadesk.web.desk.tasks;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.engine.ListedTask;
import io.rotadesk.engine.ListedTasks;
import io.rotadesk.engine.StepNames;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.Subjects;
import io.rotadesk.staff.subject.Work;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells Tasklist whom the tasks of its list are about: one request for the whole list. The engine does not know it, since
 * personal data are in our tables only.
 */
@RestController
@RequestMapping("/desk/tasks")
class ListApi {

    /** A page of Tasklist has 15 rows, and one more task may be open. */
    private static final int MOST = 60;

    private static final Pattern TASK_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** A confirmation follows at once. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    /**
     * @param now the server's time: a browser's clock may be wrong
     * @param unit the name of the person's unit; null for somebody who belongs to several, or to none
     * @param leads whether the person leads a unit, and may give its tasks to others
     * @param tasks without those that the person may not see
     */
    record Answer(Instant now, String unit, boolean leads, List<ListedTaskView> tasks) {}

    /** @param link the page with the entry, from the root of the application; null for none */
    record Kept(String text, String link) {}

    private final ListedTasks tasks;
    private final Subjects subjects;
    private final StepNames names;
    private final ListWording words;
    private final NotesKept notes;
    private final Units units;
    private final UnitAccess access;
    private final Clock clock;

    ListApi(
            ListedTasks tasks,
            Subjects subjects,
            StepNames names,
            ListWording words,
            NotesKept notes,
            Units units,
            UnitAccess access,
            Clock clock) {
        this.tasks = tasks;
        this.subjects = subjects;
        this.names = names;
        this.words = words;
        this.notes = notes;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** @param in the language of Tasklist, which follows the browser */
    @GetMapping("/subjects")
    ResponseEntity<Answer> subjects(
            @RequestParam(required = false) List<String> id,
            @RequestParam(defaultValue = "zh") String in,
            @AuthenticationPrincipal SignedInUser user) {
        Set<String> ids = Stream.ofNullable(id)
                .flatMap(List::stream)
                .filter(ListApi::isId)
                .collect(Collectors.toSet());
        if (ids.size() > MOST) {
            return ResponseEntity.badRequest().build();
        }
        Locale language = language(in);
        List<ListedTask> seen = ids.isEmpty() ? List.of() : seen(ids, user);
        Map<Work, Subject> about = subjects.of(works(seen));
        return answer(new Answer(
                clock.instant(),
                user.units().size() == 1
                        ? units.find(user.units().iterator().next())
                                .map(Unit::name)
                                .orElse(null)
                        : null,
                user.is(Role.ADMINISTRATOR) || Role.LEADERS.stream().anyMatch(user::is),
                seen.stream()
                        .map(task -> view(task, Optional.ofNullable(about.get(work(task))), language))
                        .toList()));
    }

    /** Answers nothing if this person has not completed the task just now, or if it keeps nothing by itself. */
    @GetMapping("/kept")
    ResponseEntity<Kept> kept(
            @RequestParam String id,
            @RequestParam(defaultValue = "zh") String in,
            @AuthenticationPrincipal SignedInUser user) {
        return Optional.of(id)
                .filter(ListApi::isId)
                .flatMap(one ->
                        tasks.completedBy(user.login(), one, clock.instant().minus(JUST_NOW)))
                .filter(notes::noneIsMissing)
                .flatMap(task -> kept(task, language(in)))
                .map(ListApi::answer)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Optional<Kept> kept(ListedTask task, Locale language) {
        Optional<Subject> subject =
                Optional.ofNullable(subjects.of(works(List.of(task))).get(work(task)));
        String about = subject.map(one -> words.about(one, language)).orElse("");
        return words.kept(task, about, language)
                .map(text -> new Kept(text, subject.map(Subject::link).orElse(null)));
    }

    private List<ListedTask> seen(Set<String> ids, SignedInUser user) {
        if (user.is(Role.ADMINISTRATOR)) {
            return tasks.all(ids);
        }
        List<String> led = user.units().stream().filter(access::mayManage).toList();
        return tasks.seenBy(user.login(), led, ids);
    }

    private ListedTaskView view(ListedTask task, Optional<Subject> subject, Locale language) {
        return new ListedTaskView(
                task.id(),
                names.of(task.process(), task.step(), task.name(), language),
                subject.map(one -> words.about(one, language)).orElse(""),
                subject.filter(Subject::over).isPresent(),
                words.button(task, language));
    }

    private static List<Work> works(Collection<ListedTask> tasks) {
        return tasks.stream()
                .filter(task -> task.unitId() != null && task.key() != null)
                .map(ListApi::work)
                .toList();
    }

    private static Work work(ListedTask task) {
        return new Work(task.process(), task.unitId(), task.key());
    }

    /** The database refuses some characters. */
    private static boolean isId(String text) {
        return TASK_ID.matcher(text).matches();
    }

    private static Locale language(String in) {
        return in.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
