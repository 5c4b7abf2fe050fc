package io.rotadesk.web.desk.tools;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.handbook.Found;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Markdown;
import io.rotadesk.leasing.handbook.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The requests of the panel beside a form in Tasklist: which tools there are, and the handbook. */
@RestController
@RequestMapping("/desk/tools/{taskId}")
class ToolsApi {

    /**
     * @param shown whether the task has tools
     * @param mayAsk whether a question to the manager can be sent from it
     * @param header the name of the header in which the next request sends the token
     */
    record Tools(boolean shown, boolean mayAsk, String header, String token) {}

    /**
     * @param exact whether the sections contain everything that was typed; else they are the most similar ones
     * @param version the version in force
     */
    record Read(int version, boolean exact, List<Shown> sections) {}

    /** @param html safe to show: HTML that somebody typed stands in it as text */
    record Shown(Section.Kind kind, String topic, String title, String html, boolean sensitive) {

        static Shown of(Section section) {
            return new Shown(
                    section.kind(),
                    section.topic(),
                    section.title(),
                    Markdown.toHtml(section.markdown()),
                    section.sensitive());
        }
    }

    private final TasksInHand tasks;
    private final Handbook handbook;

    ToolsApi(TasksInHand tasks, Handbook handbook) {
        this.tasks = tasks;
        this.handbook = handbook;
    }

    @GetMapping
    ResponseEntity<Tools> tools(
            @PathVariable String taskId, @AuthenticationPrincipal SignedInUser user, CsrfToken csrf) {
        Optional<TaskInHand> task = tasks.find(taskId, user);
        return answer(new Tools(
                task.isPresent(), task.map(TaskInHand::mayAsk).orElse(false), csrf.getHeaderName(), csrf.getToken()));
    }

    /** The sections that match the text; all of them for a blank one. */
    @GetMapping("/handbook")
    ResponseEntity<Read> handbook(
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal SignedInUser user) {
        String unitId = tasks.get(taskId, user).unit().id();
        Found found = handbook.search(unitId, q);
        return answer(new Read(
                handbook.currentVersion(unitId),
                found.exact(),
                found.sections().stream().map(Shown::of).toList()));
    }

    static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
