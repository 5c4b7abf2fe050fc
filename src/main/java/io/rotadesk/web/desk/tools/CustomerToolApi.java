package io.rotadesk.web.desk.tools;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.tools.CustomerLines.Line;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whose customer somebody is, asked beside a form (L2.2b, L3.2b). A question is put on record, so it is a POST. */
@RestController
@RequestMapping("/desk/tools/{taskId}/customers")
class CustomerToolApi {

    /** @param more whether there are others who match too */
    record Answer(LookUps.Outcome outcome, List<Line> customers, boolean more) {}

    private final TasksInHand tasks;
    private final LookUps lookUps;
    private final CustomerLines lines;

    CustomerToolApi(TasksInHand tasks, LookUps lookUps, CustomerLines lines) {
        this.tasks = tasks;
        this.lookUps = lookUps;
        this.lines = lines;
    }

    @PostMapping
    ResponseEntity<Answer> ask(
            @PathVariable String taskId, @RequestParam String q, @AuthenticationPrincipal SignedInUser user) {
        Unit unit = tasks.get(taskId, user).unit();
        LookUps.Answer answer = lookUps.ask(unit.id(), q, user.login());
        return ToolsApi.answer(
                new Answer(answer.outcome(), lines.of(answer.hits(), unit, user.login()), answer.more()));
    }
}
