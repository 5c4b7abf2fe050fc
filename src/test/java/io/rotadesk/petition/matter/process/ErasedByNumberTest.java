package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.TextColumns;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.unit.UnitSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A petitioner is found by their number, however it was typed, and is not erased while somebody has to answer them. */
@Tag("P2")
class ErasedByNumberTest extends HandlingScenario {

    private static final Numbering SHANGHAI = Numbering.of("86", "021");

    @Autowired
    ErasedPeople people;

    private TicketId settled(ReceptionPoint where, String phone) {
        TicketId ticket = received(where, phone, "yes");
        complete(taskAt(ticket, "Task_SettleOnTheSpot"), "explanation", "讲清了", "satisfied", "yes");
        return ticket;
    }

    private TicketId received(ReceptionPoint where, String phone, String settleNow) {
        TicketId ticket = comes(where, new PetitionAnnouncement("慕容奶奶", phone, false, 1, null, "村口的路", null, null));
        isReceived(ticket, "petitionerPhone", phone, "settleNow", settleNow);
        return ticket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"87653711", "021-8765 3711", "+86 21 87653711", "(021)87653711"})
    void aLocalNumberIsErasedHoweverItIsWritten(String typed) {
        ReceptionPoint shanghai =
                founder.found(centre.id(), 2, UnitSettings.defaults().with("areaCode", "021"));
        TicketId ticket = settled(shanghai, "87653711");
        assertThat(matter(ticket).petitionerPhone()).isEqualTo("+862187653711");
        people.erase(new Person(shanghai.id(), typed, null, SHANGHAI), "test").orElseThrow();
        assertThat(matter(ticket).petitionerPhone()).isNull();
        assertThat(TextColumns.thatHold(db, "87653711")).isEmpty();
    }

    @Test
    void soIsOneThatWasTypedBeforeTheAreaCodeWasKnown() {
        TicketId ticket = settled(village, "87653712");
        assertThat(matter(ticket).petitionerPhone()).isEqualTo("87653712");
        people.erase(new Person(village.id(), "021-87653712", null, SHANGHAI), "test")
                .orElseThrow();
        assertThat(matter(ticket).petitionerPhone()).isNull();
    }

    @Test
    @Tag("P4")
    void nobodyIsErasedWhileAMatterOfTheirsIsOpenAtAnotherUnit() {
        String phone = phone();
        TicketId closed = settled(otherVillage, phone);
        TicketId open = received(village, phone, "no");
        Person person = new Person(otherVillage.id(), phone, null);
        assertThat(people.erase(person, "test")).isEmpty();
        assertThat(people.open(person)).containsExactly(matter(open).number());
        assertThat(matter(closed).petitionerPhone()).isNotNull();
    }
}
