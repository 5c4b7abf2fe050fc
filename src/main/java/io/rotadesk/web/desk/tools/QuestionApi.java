package io.rotadesk.web.desk.tools;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.UnitClock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions to the manager that come up in a call or a visit, and their answers, beside its form (L3.7). */
@RestController
@RequestMapping("/desk/tools/{taskId}/questions")
class QuestionApi {

    /** As long as the form of the process allows. */
    private static final int LONGEST = 2_000;

    /**
     * @param at time of the question in the unit's time zone
     * @param answer null, as is {@code by}, until the manager has answered
     * @param told whether the customer has the answer, or will not get it any more
     */
    record Question(String id, String question, String at, String askedBy, String answer, String by, boolean told) {}

    record Questions(List<Question> questions) {}

    private final TasksInHand tasks;
    private final Escalations escalations;
    private final Agents agents;

    QuestionApi(TasksInHand tasks, Escalations escalations, Agents agents) {
        this.tasks = tasks;
        this.escalations = escalations;
        this.agents = agents;
    }

    @GetMapping
    ResponseEntity<Questions> questions(@PathVariable String taskId, @AuthenticationPrincipal SignedInUser user) {
        return ToolsApi.answer(of(tasks.get(taskId, user)));
    }

    /** Sends a question; the same one about the same call or visit is sent once. */
    @PostMapping
    ResponseEntity<Questions> ask(
            @PathVariable String taskId, @RequestParam String text, @AuthenticationPrincipal SignedInUser user) {
        TaskInHand task = tasks.get(taskId, user);
        if (!task.mayAsk()) {
            throw new AccessDeniedException("no question can be asked from task " + taskId);
        }
        String question = SafeText.orNull(text);
        if (question == null || question.length() > LONGEST) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(of(task));
        }
        escalations.raise(task.unit().id(), user.login(), task.contact(), question);
        return ToolsApi.answer(of(task));
    }

    private Questions of(TaskInHand task) {
        UnitClock clock = task.unit().clock();
        List<Escalation> asked = task.contact() == null ? List.of() : escalations.of(task.contact());
        return new Questions(asked.stream()
                .map(one -> new Question(
                        one.id(),
                        one.question(),
                        clock.time(one.askedAt()),
                        agents.name(one.askedBy()),
                        one.answer(),
                        one.answeredBy() == null ? null : agents.name(one.answeredBy()),
                        one.isClosed()))
                .toList());
    }
}
