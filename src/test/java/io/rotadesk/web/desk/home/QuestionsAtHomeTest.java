package io.rotadesk.web.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.web.desk.DepartmentInBrowser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Questions are answered on the home page, and disputes lead to their decision. */
class QuestionsAtHomeTest extends HomeScenario {

    @Autowired
    Handbook handbook;

    @Autowired
    Customers customers;

    @Autowired
    Disputes disputes;

    @Test
    @Tag("L3.7")
    void aQuestionIsAnsweredInPlaceAndRingsAtTheAgent() {
        String asker = department.login("A", 1);
        String id = escalations.raise(department.unit, asker, null, "免租期能给三个月吗？");
        assertThat(manager.get("/desk").text()).contains("安一 提问", "免租期能给三个月吗？", "同时加入答客问");
        int version = handbook.currentVersion(department.unit);

        var answer = script(manager, "/desk/home/answer", "question", id, "answer", "最多两个月。", "handbook", "true");

        assertThat(answer.text()).contains("已答复。安一 会马上收到", "一切正常");
        Escalation answered = escalations.get(id);
        assertThat(answered.answer()).isEqualTo("最多两个月。");
        assertThat(answered.answeredBy()).isEqualTo(department.manager.login());
        assertThat(unread(asker, NoticeKind.QUESTION_ANSWERED)).hasSize(1);
        assertThat(taskOf(asker).getTaskDefinitionKey()).isEqualTo(ManagerEscalation.Task.RELAY_ANSWER);
        assertThat(handbook.currentVersion(department.unit)).isEqualTo(version + 1);
    }

    @Test
    @Tag("L3.7")
    void anAnswerThatCannotBeSentIsNotLost() {
        String id = escalations.raise(department.unit, department.login("A", 1), null, "能分期吗？");
        String tooLong = "可以。".repeat(700);

        var refused = script(manager, "/desk/home/answer", "question", id, "answer", tooLong);
        assertThat(refused.text()).contains("可以。可以。");
        assertThat(refused.html()).contains("notice warn").doesNotContain("notice warn done");
        assertThat(said(manager.post("/desk/home/answer", "unit", department.unit, "question", id, "answer", " ")))
                .isEqualTo("请先写下答复。");
        assertThat(escalations.get(id).isAnswered()).isFalse();

        script(browser(second), "/desk/home/answer", "question", id, "answer", "可以。");
        assertThat(script(manager, "/desk/home/answer", "question", id, "answer", "不可以。")
                        .text())
                .contains(second.displayName() + " 在 09:00 已经答复：可以。");
        assertThat(escalations.get(id).answer()).isEqualTo("可以。");

        var late = manager.post("/desk/home/answer", "unit", department.unit, "question", id, "answer", "不可以。");
        var page = manager.send(MockMvcRequestBuilders.get("/desk").flashAttrs(late.flash()));
        assertThat(page.text()).contains(second.displayName() + " 在 09:00 已经答复", "您写的还在", "不可以。");
    }

    @Test
    @Tag("L3.7")
    void nobodyElseAnswersAQuestion() {
        String id = escalations.raise(department.unit, department.login("A", 1), null, "能养宠物吗？");
        DepartmentInBrowser other = new DepartmentInBrowser(application);

        assertThat(script(department.agent("A", 1), "/desk/home/answer", "question", id, "answer", "能")
                        .status())
                .isEqualTo(403);
        assertThat(other.manager()
                        .post("/desk/home/answer", "unit", other.unit, "question", id, "answer", "能")
                        .status())
                .isEqualTo(404);
        assertThat(escalations.get(id).isAnswered()).isFalse();
    }

    @Test
    @Tag("L3.2c")
    void aDisputeLeadsToItsDecision() {
        customers.add(
                department.unit, "何先生", "+8613800000077", department.login("A", 1), ContactKind.CALL, clock.instant());
        long id = disputes.claim(department.unit, department.login("A", 2), "13800000077", "先接待的")
                .dispute()
                .id();

        assertThat(manager.get("/desk").text()).contains("安二 和 安一 都说是自己的客户", "看双方依据");
        assertThat(manager.get("/desk").html()).contains("/desk/disputes/" + id);
    }
}
