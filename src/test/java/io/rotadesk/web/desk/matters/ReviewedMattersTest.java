package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.enquiry.Enquiries;
import io.rotadesk.petition.enquiry.Progress;
import io.rotadesk.petition.enquiry.QueryCodes;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.review.Outcome;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewState;
import io.rotadesk.petition.review.ReviewSteps;
import io.rotadesk.petition.review.Reviews;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages about reviews by the level above: a request is entered, shown with its dates, and late ones are said to be late. */
@Tag("P4")
class ReviewedMattersTest extends TownScene {

    @Autowired
    MatterClosing closing;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewSteps steps;

    @Autowired
    QueryCodes codes;

    @Autowired
    Enquiries enquiries;

    @Test
    void aRequestIsEnteredOnTheMattersPageAndShownWithItsDatesWhereverItIsLookedFor() {
        Matter matter = answered("吴小兰", "13800000701");
        DeskBrowser staff = town.as(matter.responsible());
        assertThat(staff.get(page(matter)).text()).contains("2026-04-01 以前可以申请复查", "登记复查申请", "逐日计算");

        assertThat(staff.post(page(matter) + "/reviews", "askedOn", "2026-03-02", "request", "答复不符合事实")
                        .redirect())
                .isEqualTo(page(matter) + "#reviews");

        Review review = only(matter);
        assertThat(review.unitId()).isEqualTo(town.office.id());
        assertThat(review.enteredBy()).isEqualTo(matter.responsible());
        assertThat(staff.get(page(matter)).text())
                .contains("2026-03-02 收到申请", "2026-04-01 以前告知意见", "等待指定办理人", "申请复查")
                .doesNotContain("登记复查申请");
        assertThat(officeLeader.get("/desk/reviews?unit=" + town.office.id()).text())
                .contains(matter.number(), "等待指定办理人");
        assertThat(top.get("/desk/matters/board?unit=" + town.centre.id()).text())
                .contains("复查和复核", matter.number());
        assertThat(progress(matter).phase()).isEqualTo(Progress.Phase.UNDER_REVIEW);
    }

    @Test
    void theReviewerSeesTheMatterAndTheOpinionIsShownOnceItIsSigned() {
        Matter matter = answered("吴小兰", "13800000702");
        Review review = asked(matter);
        String reviewer = town.office.staff().get(0);
        assertThat(town.as(reviewer).get(page(matter)).status()).isEqualTo(404);
        steps.name(review.id(), reviewer, town.office.leader());
        assertThat(town.as(reviewer).get(page(matter)).text()).contains("答复不符合事实");

        steps.write(review.id(), Outcome.UPHELD, "经查，原答复的事实清楚", reviewer);
        assertThat(villageLeader.get(page(matter)).text()).doesNotContain("原答复的事实清楚");
        steps.sign(review.id(), town.office.leader());
        steps.told(review.id(), "inPerson", clock.instant(), reviewer);

        assertThat(villageLeader.get(page(matter)).text()).contains("维持", "经查，原答复的事实清楚", "以前可以申请复核", "登记复核申请");
        assertThat(progress(matter).phase()).isEqualTo(Progress.Phase.TOLD_OPINION);
        assertThat(progress(matter).stages())
                .extracting(Progress.Stage::step)
                .contains(Progress.Step.REVIEW_ASKED, Progress.Step.REVIEW_TOLD);
    }

    @Test
    void aLateRequestIsSaidToBeLateAndEnteredOnlyByWhoeverKnows() {
        Matter matter = answered("吴小兰", "13800000703");
        clock.forward(Duration.ofDays(31));
        DeskBrowser staff = town.as(matter.responsible());
        assertThat(staff.get(page(matter)).text()).contains("从 2026-04-02 起终结", "仍然登记");
        assertThat(progress(matter).phase()).isEqualTo(Progress.Phase.FINAL);

        assertThat(staff.post(page(matter) + "/reviews", "askedOn", "2026-04-02", "request", "路又坏了")
                        .flash()
                        .get("refused"))
                .asString()
                .contains("最后一天是 2026-04-01");
        assertThat(reviews.of(matter.id())).isEmpty();
        staff.post(page(matter) + "/reviews", "askedOn", "2026-04-02", "request", "路又坏了", "late", "true");

        assertThat(only(matter).isLate()).isTrue();
        assertThat(staff.get(page(matter)).text()).contains("逾期提出");
    }

    @Test
    void anybodyAtTheDeskOfTheUnitOrOfTheOneAboveEntersItByTheNumber() {
        Matter matter = answered("吴小兰", "13800000704");
        DeskBrowser colleague = town.as(village.staff().get(1));
        assertThat(colleague.get("/desk/reviews?unit=" + village.id()).text()).contains("登记复查、复核申请");

        colleague.post(
                "/desk/reviews?unit=" + village.id(),
                "number",
                "2026-999999",
                "askedOn",
                "2026-03-02",
                "request",
                "不服");
        assertThat(reviews.of(matter.id())).isEmpty();
        town.as(town.office.staff().get(0))
                .post(
                        "/desk/reviews?unit=" + town.office.id(),
                        "number",
                        matter.number(),
                        "askedOn",
                        "2026-03-02",
                        "request",
                        "不服");
        assertThat(only(matter).state()).isEqualTo(ReviewState.ASKED);
    }

    @Test
    void nobodyFromElsewhereEntersIt() {
        Matter matter = answered("吴小兰", "13800000705");

        assertThat(top.post(page(matter) + "/reviews", "askedOn", "2026-03-02", "request", "不服")
                        .status())
                .isEqualTo(403);
        assertThat(reviews.of(matter.id())).isEmpty();
    }

    private Progress progress(Matter matter) {
        return enquiries
                .progress(codes.of(matters.get(matter.id())).orElseThrow())
                .orElseThrow();
    }

    private Matter answered(String name, String phone) {
        Matter matter = planned(village, name, phone, LocalDate.parse("2026-03-20"));
        closing.replied(matter.id(), "路已修好", "inPerson", clock.instant(), false, "resolved", matter.responsible());
        closing.close(matter.id(), null);
        return matters.get(matter.id());
    }

    private Review asked(Matter matter) {
        return reviews.ask(matter.id(), LocalDate.parse("2026-03-02"), "答复不符合事实", matter.responsible(), village.id());
    }

    private Review only(Matter matter) {
        assertThat(reviews.of(matter.id())).hasSize(1);
        return reviews.of(matter.id()).get(0);
    }
}
