package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.paper.Delivery;
import io.rotadesk.petition.paper.DemandedPapers;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperDeliveries;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.PaperSigning;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.petition.paper.Wording;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a unit demands papers, a step that tells the petitioner waits until its paper is delivered. */
@Tag("P4")
class DemandedPapersTest extends HandlingScenario {

    @Autowired
    Papers papers;

    @Autowired
    PaperSigning signing;

    @Autowired
    PaperDeliveries deliveries;

    @Autowired
    DemandedPapers demanded;

    @Autowired
    Units units;

    @BeforeEach
    void theVillageDemandsPapers() {
        demands("YES");
    }

    private void demands(String answer) {
        Unit unit = units.get(village.id());
        units.save(new Unit(
                unit.id(),
                unit.kind(),
                unit.name(),
                null,
                unit.parentId(),
                unit.managers(),
                unit.deputies(),
                unit.settings().with("papersDemanded", answer)));
    }

    @Test
    void aMatterGoesOnWithEachPaperThatIsDelivered() {
        TicketId ticket = receivedInTheVillage();
        assertThatThrownBy(() -> setsPlan(ticket, "2026-04-10"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("受理告知书");
        Paper acceptance = signed(ticket, PaperKind.ACCEPTANCE);
        assertThatThrownBy(() -> setsPlan(ticket, "2026-04-10"))
                .as("signed, but not delivered")
                .isInstanceOf(RefusedException.class);
        deliver(ticket, acceptance);
        setsPlan(ticket, "2026-04-10");

        deliver(ticket, signed(ticket, PaperKind.EXTENSION));
        clock.forward(Duration.ofMinutes(1));
        asksForTime(ticket, "2026-04-30");
        completeAs(village.leader(), taskAt(ticket, "Task_DecideExtension"), "decision", "approve");
        assertThatThrownBy(() -> tellsExtension(ticket))
                .as("a paper from before the decision says nothing of it")
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("延长期限告知书");
        deliver(ticket, signed(ticket, PaperKind.EXTENSION));
        tellsExtension(ticket);

        handles(ticket, "progress", "done", "result", "路已修好");
        assertThat(demanded.awaited(matter(ticket), "Task_ReplyToPetitioner")).contains(PaperKind.ANSWER);
        assertThatThrownBy(() -> replies(ticket))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("答复意见书");
        deliver(ticket, signed(ticket, PaperKind.ANSWER));
        assertThat(demanded.awaited(matter(ticket), "Task_ReplyToPetitioner")).isEmpty();
        replies(ticket);
        assertThat(matter(ticket).isClosed()).isTrue();
        assertThat(papers.of(matter(ticket).id()))
                .filteredOn(paper -> paper.kind() == PaperKind.ANSWER)
                .allMatch(paper -> paper.wording().text().contains("路已修好"));
    }

    @Test
    void aMatterThatIsUnderWayGoesOnWhereNothingIsDemanded() {
        TicketId ticket = receivedInTheVillage();
        demands("NO");
        setsPlan(ticket, "2026-04-10");
        assertThat(matter(ticket).isPlanned()).isTrue();
    }

    @Test
    void nobodyWaitsForAPaperThatReachesNobody() {
        TicketId ticket = receivedInTheVillage("petitionerName", null, "petitionerPhone", null, "anonymous", true);
        assertThat(matter(ticket).anonymous()).isTrue();
        if (matter(ticket).petitionerPhone() == null) {
            setsPlan(ticket, "2026-04-10");
            assertThat(matter(ticket).isPlanned()).isTrue();
        }
    }

    private void tellsExtension(TicketId ticket) {
        complete(taskAt(ticket, "Task_TellExtension"), "toldHow", "phone", "toldAt", now());
    }

    private Paper signed(TicketId ticket, PaperKind kind) {
        Matter matter = matter(ticket);
        String by = matter.responsible();
        Paper draft = papers.make(matter.id(), kind, null, by);
        String text = draft.wording().text().replaceAll("【请填写：[^】]*】", "已经填好");
        papers.edit(
                draft.id(),
                new Wording(draft.wording().title(), text),
                draft.writing().editedAt(),
                by);
        Paper handedIn = signing.handIn(draft.id(), by);
        return handedIn.isSigned() ? handedIn : signing.sign(draft.id(), village.leader());
    }

    private void deliver(TicketId ticket, Paper paper) {
        deliveries.deliver(
                paper.id(),
                Delivery.How.POST,
                clock.instant(),
                null,
                null,
                "挂号信",
                matter(ticket).responsible());
    }
}
