package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.DueKind;
import io.rotadesk.petition.matter.Material;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Listening, reading, recording, and the immediate result (P2, P4, P6). */
class ReceivedMatterTest extends HandlingScenario {

    @Test
    @Tag("P2")
    @Tag("P6")
    void theReceiverIsResponsibleAndEverythingIsRecorded() {
        TicketId ticket = receivedInTheVillage(
                "petitionerName",
                "孙大爷",
                "petitionerPhone",
                "139 0000 7001",
                "materials",
                "照片：路面塌陷\n\n 协议: 2019 年说好修路 ");
        Matter matter = matter(ticket);
        assertThat(matter.state()).isEqualTo(MatterState.RECEIVED);
        assertThat(matter.responsible()).isEqualTo(village.staff().get(0));
        assertThat(matter.petitionerPhone()).isEqualTo("+8613900007001");
        assertThat(matter.purpose()).isEqualTo("把路修好");
        assertThat(matter.account()).contains("雨天没法走");
        assertThat(matter.category()).isEqualTo("land");
        assertThat(matters.materials(matter.id()))
                .containsExactly(new Material("照片", "路面塌陷"), new Material("协议", "2019 年说好修路"));
        assertThat(rota.isFree(matter.responsible())).isTrue();
        Task plan = taskAt(ticket, "Task_SetHandlingPlan", matter.responsible());
        assertThat(plan.getDueDate()).hasTime(endOf("2026-03-17").toEpochMilli());
    }

    @Test
    @Tag("P2")
    void materialsAreKeptAsTheyWereTyped() {
        TicketId ticket = receivedInTheVillage(
                "materials", "协议\n网址 http://x.cn/a:2：地图\n8:30 的照片\n录音.m4a: 当时说的话\nhttp://x.cn:80/b\n：没有名字\n证明:2010 年的");
        assertThat(matters.materials(matter(ticket).id()))
                .containsExactly(
                        new Material("协议", ""),
                        new Material("网址 http://x.cn/a:2", "地图"),
                        new Material("8:30 的照片", ""),
                        new Material("录音.m4a", "当时说的话"),
                        new Material("http://x.cn:80/b", ""),
                        new Material("：没有名字", ""),
                        new Material("证明", "2010 年的"));
        assertThat(tasks.getVariable(taskAt(ticket, "Task_SetHandlingPlan").getId(), "matterText")
                        .toString())
                .contains("- 协议\n", "：地图\n");
    }

    @Test
    @Tag("P2")
    void missingValuesAreRefusedByNameAndNothingIsLost() {
        TicketId ticket = comes(village, petitioner("孙大爷"));
        isCalled(ticket);
        assertThatThrownBy(() -> isReceived(ticket, "purposeConfirmed", false))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("来访人确认目的无误");
        assertThatThrownBy(() -> isReceived(ticket, "sameMatter", "yes", "earlierMatter", "2020-000001"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("以前的事项编号", "2020-000001");
        assertThatThrownBy(() -> isReceived(ticket, "petitionerName", " "))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("姓名");
        isReceived(ticket, "materials", "照片：路面塌陷");
        assertThat(matters.materials(matter(ticket).id())).hasSize(1);
    }

    @Test
    @Tag("P2")
    void aPetitionerWithoutANameIsReceivedAllTheSame() {
        TicketId ticket = receivedInTheVillage("anonymous", true, "petitionerName", null);
        assertThat(matter(ticket).anonymous()).isTrue();
        assertThat(matter(ticket).petitionerName()).isNull();
        assertThat(tasks.getVariable(taskAt(ticket, "Task_SetHandlingPlan").getId(), "matterLine")
                        .toString())
                .contains("匿名", matter(ticket).number());
    }

    @Test
    @Tag("P4")
    void aMatterThatCanBeExplainedIsSettledOnTheSpot() {
        TicketId ticket = receivedInTheVillage("settleNow", "yes");
        complete(
                taskAt(ticket, "Task_SettleOnTheSpot", village.staff().get(0)),
                "explanation",
                "下周三施工队进场",
                "satisfied",
                "yes");
        assertThat(ended(ticket, "EndEvent_SettledOnTheSpot")).isTrue();
        Matter matter = matter(ticket);
        assertThat(matter.state()).isEqualTo(MatterState.CLOSED);
        assertThat(matter.reply()).isEqualTo("下周三施工队进场");
        assertThat(matter.satisfied()).isTrue();
        assertThat(matter.outcome()).isEqualTo("settledOnTheSpot");
        assertThat(matter.closedBy()).isEqualTo(village.staff().get(0));
        assertThat(steps(ticket))
                .containsExactly(
                        TimelineKind.REGISTERED,
                        TimelineKind.RECEIVED,
                        TimelineKind.SETTLED_ON_THE_SPOT,
                        TimelineKind.CLOSED);
    }

    @Test
    @Tag("P2")
    @Tag("P6")
    void repeatVisitJoinsTheMatterThatIsStillOpen() {
        TicketId first = plannedInTheVillage("2026-04-10");
        Matter open = matter(first);
        TicketId again = comes(village, again(open));
        isReceived(again, "sameMatter", "yes", "earlierMatter", open.number(), "materials", "新照片：又塌了一块");
        assertThat(ended(again, "EndEvent_RepeatVisitRecorded")).isTrue();
        Matter joined = matters.get(open.id());
        assertThat(joined.visits()).isEqualTo(2);
        assertThat(joined.responsible()).isEqualTo(open.responsible());
        assertThat(matters.materials(open.id())).contains(new Material("新照片", "又塌了一块"));
        assertThat(ticket(again).matterId()).isEqualTo(open.id());
        assertThat(matters.repeatVisits(open.id())).hasSize(1);
        // The responsible person sees the materials at once.
        Task handle = taskAt(first, "Task_HandleMatter");
        assertThat(handle.getPriority()).isGreaterThan(50);
        assertThat(tasks.getVariable(handle.getId(), "matterText").toString()).contains("又塌了一块");
    }

    @Test
    @Tag("P4")
    @Tag("P6")
    void closedMatterThatComesBackIsOpenedAgainForAReview() {
        TicketId first = receivedInTheVillage("settleNow", "yes");
        complete(taskAt(first, "Task_SettleOnTheSpot"), "explanation", "已解释", "satisfied", "yes");
        Matter closed = matter(first);
        TicketId again = comes(village, again(closed));
        isReceived(again, "sameMatter", "yes", "earlierMatter", closed.number());
        Matter reopened = matters.get(closed.id());
        assertThat(reopened.state()).isEqualTo(MatterState.RECEIVED);
        assertThat(reopened.reopened()).isEqualTo(1);
        assertThat(reopened.dueKind()).isEqualTo(DueKind.REVIEW);
        assertThat(reopened.dueAt()).isEqualTo(endOf("2026-04-01"));
        taskAt(again, "Task_SetHandlingPlan", closed.responsible());
        setsPlan(again, "2026-04-01");
        handles(again, "progress", "done", "result", "修好了");
        replies(again);
        assertThat(ended(again, "EndEvent_MatterClosed")).isTrue();
        assertThat(matters.get(closed.id()).state()).isEqualTo(MatterState.CLOSED);
        assertThat(matters.get(closed.id()).dueKind()).isEqualTo(DueKind.REVIEW);
    }

    @Test
    void engineKeepsNothingPersonalOfAMatter() {
        TicketId ticket = receivedInTheVillage("petitionerPhone", "13900007002", "materials", "照片：路面塌陷");
        String instance = instance(ticket).getId();
        setsPlan(ticket, "2026-04-10");
        handles(ticket, "progress", "done", "result", "修好了");
        replies(ticket);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .isEmpty();
    }
}
