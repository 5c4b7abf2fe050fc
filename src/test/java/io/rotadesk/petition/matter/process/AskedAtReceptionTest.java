package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.CategoryChanges;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Identities.Typed;
import io.rotadesk.petition.matter.Identity;
import io.rotadesk.petition.matter.PetitionerKind;
import io.rotadesk.petition.matter.TicketId;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At the reception a petitioner is asked for their identity, and one of the categories of the town is chosen. */
class AskedAtReceptionTest extends PetitionScenario {

    private static final String NUMBER = "11010519491231002X";

    @Autowired
    Identities identities;

    @Autowired
    CategoryChanges categories;

    @Test
    @Tag("P2")
    void theIdentityIsWrittenDownAndOnlyItsEndIsShownAgain() {
        TicketId ticket = comes(centre, group(8, "town"));
        identities.save(ticket(ticket).matterId(), new Typed("PERSON", NUMBER, "东柳村", ""));
        isCalled(ticket);
        Task receive = taskAt(ticket, "Task_ReceivePetitioner");
        Map<String, Object> shown = tasks.getVariables(receive.getId());
        assertThat(shown).containsEntry("idNumber", "**************002X").containsEntry("address", "东柳村");
        assertThat(shown.values()).doesNotContain(NUMBER);

        isReceived(
                ticket,
                "groupSize",
                8,
                "petitionerKind",
                "PERSON",
                "idNumber",
                shown.get("idNumber"),
                "address",
                "西柳村",
                "representatives",
                "甲一\n乙二");

        Identity said = identities.of(ticket(ticket).matterId());
        assertThat(said.kind()).isEqualTo(PetitionerKind.PERSON);
        assertThat(said.idNumber().text()).isEqualTo(NUMBER);
        assertThat(said.address()).isEqualTo("西柳村");
        assertThat(said.representatives()).containsExactly("甲一", "乙二");
    }

    @Test
    @Tag("P2")
    void aWrongNumberIsRefusedAndNothingIsSaved() {
        TicketId ticket = comes();
        isCalled(ticket);
        assertThatThrownBy(() -> isReceived(ticket, "petitionerKind", "PERSON", "idNumber", "110105194912310021"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("身份证号不对");
        isReceived(ticket, "petitionerKind", "PERSON", "anonymous", true, "petitionerName", null);
        assertThat(identities.of(ticket(ticket).matterId()).isUnknown()).isTrue();
    }

    @Test
    @Tag("P7")
    void theFormHasTheCategoriesOfTheTown() {
        String code = categories.add(centre.id(), "labour", "拖欠工资");
        TicketId ticket = comes(village, petitioner("孙大爷"));
        isCalled(ticket);
        Task receive = taskAt(ticket, "Task_ReceivePetitioner");
        assertThat(tasks.getVariable(receive.getId(), "categoryOptions").toString())
                .contains("劳动和社保 › 拖欠工资", "道路和水电")
                .doesNotContain("\"劳动和社保\"");
        isReceived(ticket, "category", code);
        assertThat(matter(ticket).category()).isEqualTo(code);
    }
}
