package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/**
 * A visitor's text at the kiosk is shown in the agent's form as text, and goes into fields and registers unchanged.
 */
class VisitorTextTest extends VisitScenario {

    private static final String NAME = "[请点这里](https://evil.example/a)";
    private static final String COMPANY = "# <img src=x onerror=alert(1)>";

    @Test
    void aVisitorsNameIsNoLinkAndStaysTheirName() {
        VisitKey visit = announced(new Announcement(NAME, VISITOR, 1, COMPANY, null, null, null, Visit.VIEWING));

        Task task = taskAt(visit, VisitReception.Task.GREET_VISITOR);
        assertThat(tasks.getVariable(task.getId(), "visitorLine").toString())
                .contains("\\[请点这里\\](https\\://evil.example/a)")
                .contains("# \\<img src=x onerror=alert(1)>")
                .doesNotContain("[请点这里](");
        assertThat(tasks.getVariable(task.getId(), "conduct").toString())
                .as("the handbook keeps its formatting")
                .doesNotContain("\\-", "\\*", "\\#");
        assertThat(visit(visit).announced().name()).isEqualTo(NAME);
        assertThat(visit(visit).announced().company()).isEqualTo(COMPANY);
    }
}
