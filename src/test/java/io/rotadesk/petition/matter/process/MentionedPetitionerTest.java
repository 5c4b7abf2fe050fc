package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.TextColumns;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Person;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A petitioner's number in what people wrote about somebody else's matter goes with the petitioner. */
@Tag("P2")
class MentionedPetitionerTest extends HandlingScenario {

    @Autowired
    ErasedPeople people;

    /** Every text of somebody else's matter has the number, and one that only looks like it. */
    private TicketId mentioned(String number, String figure) {
        String dashes = number.substring(0, 3) + "-" + number.substring(3, 7) + "-" + number.substring(7);
        String words = "请找 " + dashes + "，合同 " + figure;
        TicketId ticket = receivedInTheVillage("matter", words, "purpose", words, "materials", "照片：" + words);
        complete(
                taskAt(ticket, "Task_SetHandlingPlan"),
                "method",
                words,
                "deadline",
                "2026-04-10",
                "toldHow",
                "phone",
                "toldAt",
                now());
        handles(
                ticket,
                "progress",
                "coordinate",
                "coordinationUnits",
                List.of(otherVillage.id()),
                "coordinationQuestion",
                words);
        completeAs(otherVillage.staff().get(0), taskAt(ticket, "Task_Coordinate"), "contribution", words);
        asksForTime(ticket, "2026-04-30");
        completeAs(village.leader(), taskAt(ticket, "Task_DecideExtension"), "decision", "refuse", "remarks", words);
        handles(ticket, "progress", "report");
        complete(taskAt(ticket, "Task_ReportToSuperior"), "report", words);
        completeAs(centre.leader(), taskAt(ticket, "Task_GiveInstruction"), "instruction", words);
        assertThat(TextColumns.thatHold(db, dashes))
                .contains(
                        "rotadesk.matter.account",
                        "rotadesk.matter.purpose",
                        "rotadesk.matter_event.text",
                        "rotadesk.matter_material.shows",
                        "rotadesk.matter_plan.method",
                        "rotadesk.matter_coordination.question",
                        "rotadesk.matter_coordination.contribution",
                        "rotadesk.matter_extension.remarks",
                        "rotadesk.matter_instruction.report",
                        "rotadesk.matter_instruction.instruction");
        return ticket;
    }

    @Test
    void aPetitionerErasedInTheWholeTownIsErasedFromTheTextsOfAllItsUnits() {
        TicketId theirs = comes(otherVillage, petitioner("钱奶奶"));
        isReceived(theirs, "petitionerPhone", "13900018001", "settleNow", "yes");
        complete(taskAt(theirs, "Task_SettleOnTheSpot"), "explanation", "讲清了", "satisfied", "yes");
        TicketId other = mentioned("13900018001", "139000180012");

        matters.erasePetitioner(matter(theirs).id(), otherVillage.leader());

        assertThat(TextColumns.thatHold(db, "139-0001-8001")).isEmpty();
        assertThat(TextColumns.thatHold(db, "13900018001"))
                .as("another figure only")
                .isNotEmpty();
        assertThat(TextColumns.thatHold(db, "139000180012"))
                .contains(
                        "rotadesk.matter.account",
                        "rotadesk.matter_event.text",
                        "rotadesk.matter_plan.method",
                        "rotadesk.matter_instruction.instruction");
        assertThat(matter(other).account()).isEqualTo("请找 *，合同 139000180012");
        assertThat(matter(other).petitionerName()).isEqualTo("孙大爷");
        assertThat(tasks.getVariable(taskAt(other, "Task_ReadInstruction").getId(), "instructionText")
                        .toString())
                .contains("请找 \\*");
    }

    @Test
    void aNumberWithoutAnyMatterIsErasedFromTheTextsOfTheUnit() {
        TicketId other = mentioned("13900018002", "139000180022");

        people.erase(new Person(otherVillage.id(), "139 0001 8002", null), "test")
                .orElseThrow();
        assertThat(matter(other).account()).as("another unit's").contains("139-0001-8002");
        var erased = people.erase(new Person(village.id(), "139 0001 8002", null), "test")
                .orElseThrow();

        assertThat(erased.records().get("mentions")).isGreaterThanOrEqualTo(8);
        assertThat(TextColumns.thatHold(db, "139-0001-8002")).isEmpty();
        assertThat(matter(other).account()).isEqualTo("请找 *，合同 139000180022");
    }
}
