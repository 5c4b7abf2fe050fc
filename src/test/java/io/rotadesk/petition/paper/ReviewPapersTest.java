package io.rotadesk.petition.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.review.Outcome;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewSteps;
import io.rotadesk.petition.review.Reviews;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The opinion on a review is a paper of the level above; that a matter is not accepted any more is one of the unit that answered. */
@Tag("P4")
class ReviewPapersTest extends PaperScenario {

    @Autowired
    MatterPlans plans;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewSteps steps;

    @Test
    void theReviewerMakesTheOpinionAndALeaderOfTheirUnitSignsIt() {
        Matter matter = answered("周某", "13800000801");
        String reviewer = centre.staff().get(0);
        Review review = reviews.ask(matter.id(), LocalDate.parse("2026-03-02"), "路没有修好", responsible, office.id());
        steps.name(review.id(), reviewer, centre.leader());
        steps.write(review.id(), Outcome.CHANGED, "应当重铺路面", reviewer);

        assertThatThrownBy(() -> papers.make(matter.id(), PaperKind.REVIEW_OPINION, null, responsible))
                .isInstanceOf(NotTheirPaperException.class);
        assertThatThrownBy(() -> papers.make(matter.id(), PaperKind.RECHECK_OPINION, null, reviewer))
                .isInstanceOf(NotTheirPaperException.class);
        Paper draft = papers.make(matter.id(), PaperKind.REVIEW_OPINION, null, reviewer);

        assertThat(draft.unitId()).isEqualTo(centre.id());
        assertThat(draft.wording().title()).isEqualTo("关于周某信访事项的复查意见书");
        assertThat(draft.wording().text())
                .contains(
                        "2026年3月2日请求复查",
                        "路没有修好",
                        "变更",
                        "应当重铺路面",
                        units.get(office.id()).name());
        Paper filled = papers.edit(
                draft.id(),
                new Wording(
                        draft.wording().title(),
                        draft.wording().text().replaceAll("【请填写：[^】]*】", "已经填好").replaceAll("\\{\\{[^}]*}}", "县信访局")),
                draft.writing().editedAt(),
                reviewer);
        Paper handedIn = signing.handIn(filled.id(), reviewer);
        assertThatThrownBy(() -> signing.sign(handedIn.id(), office.leader()))
                .isInstanceOf(NotTheirPaperException.class);
        assertThat(signing.sign(handedIn.id(), centre.leader()).isSigned()).isTrue();
    }

    @Test
    void thePaperThatAMatterIsNotAcceptedAnyMoreIsMadeOnceItsAnswerIsFinal() {
        Matter matter = answered("周某", "13800000802");
        assertThatThrownBy(() -> papers.make(matter.id(), PaperKind.NOT_ACCEPTED_AGAIN, null, responsible))
                .isInstanceOf(NotTheirPaperException.class);

        clock.forward(Duration.ofDays(40));

        Paper draft = papers.make(matter.id(), PaperKind.NOT_ACCEPTED_AGAIN, null, responsible);
        assertThat(draft.unitId()).isEqualTo(office.id());
        assertThat(draft.wording().text()).contains("自2026年4月2日起终结", "把路修好");
    }

    private Matter answered(String name, String phone) {
        Matter matter = received(name, phone);
        plans.set(matter.id(), "派人查看", LocalDate.parse("2026-03-20"), "inPerson", clock.instant(), responsible);
        closing.replied(matter.id(), "路已修好", "inPerson", clock.instant(), false, "resolved", responsible);
        closing.close(matter.id(), null);
        return matters.get(matter.id());
    }
}
