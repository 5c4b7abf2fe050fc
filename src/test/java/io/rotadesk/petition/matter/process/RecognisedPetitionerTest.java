package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.TicketState;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody comes again, and whoever receives them sees with what they came before (P6). */
@Tag("P6")
class RecognisedPetitionerTest extends PetitionScenario {

    private static final String NAME = "独孤求安";
    private static final String ID_NUMBER = "11010519491231002X";

    @Autowired
    Identities identities;

    @Test
    void anEarlierMatterIsRecognisedByThePhoneNumberAndFilledIn() {
        String phone = phone();
        String road = received(centre, NAME, phone, "村口的路");

        Task receive = receiving(centre, "独孤求平", phone, "还是路");

        assertThat(lines(receive)).contains(road, "村口的路", "电话相同");
        assertThat(filledIn(receive)).isEqualTo(road);
    }

    @Test
    void byTheIdentityWhateverNumberTheyCallFromNow() {
        TicketId before = comes(centre, about(NAME, phone(), "村口的路"));
        identified(before);
        isReceived(before, "petitionerName", NAME);

        TicketId now = comes(centre, about("独孤先生", phone(), "还是路"));
        identified(now);
        Task receive = receivingOf(now);

        assertThat(lines(receive)).contains(matter(before).number(), "证件号码相同");
        assertThat(filledIn(receive)).isEqualTo(matter(before).number());
    }

    @Test
    void byTheNameToo_whichIsNoProofAndFillsNothingIn() {
        String road = received(centre, NAME, phone(), "村口的路");

        Task receive = receiving(centre, NAME, null, "低保");

        assertThat(lines(receive)).contains(road, "同名，也许是别人");
        assertThat(filledIn(receive)).isNull();
    }

    @Test
    void amongMattersOfOneNameTheOneThatReadsLikeThisStandsFirst() {
        String road = received(centre, NAME, phone(), "村口的路坏了没有人修");
        String dole = received(centre, NAME, phone(), "低保申请没有结果");

        assertThat(lines(receiving(centre, NAME, null, "村口的路还是坏的")))
                .as("the later one is about something else")
                .containsSubsequence(road, dole);
    }

    @Test
    void aSureMatterStandsBeforeOneThatOnlyTheNameRecognises() {
        String phone = phone();
        String own = received(centre, NAME, phone, "低保申请没有结果");
        String others = received(centre, NAME, phone(), "村口的路坏了没有人修");

        Task receive = receiving(centre, NAME, phone, "村口的路还是坏的");

        assertThat(lines(receive)).containsSubsequence(own, "电话相同", others, "同名");
        assertThat(filledIn(receive)).isEqualTo(own);
    }

    @Test
    void ofTwoMattersOfOnePersonNoneIsFilledIn() {
        String phone = phone();
        received(centre, NAME, phone, "低保");
        received(centre, NAME, phone, "村口的路");

        assertThat(filledIn(receiving(centre, NAME, phone, "来问问"))).isNull();
    }

    /** The second visit brought another number, and became part of the first matter. */
    @Test
    void aNumberThatWasGivenAtARepeatVisitIsRecognisedToo() {
        String road = received(centre, NAME, phone(), "村口的路");
        String other = phone();
        TicketId again = comes(centre, about(NAME, other, "还是路"));
        isReceived(again, "petitionerName", NAME, "petitionerPhone", other, "sameMatter", "yes", "earlierMatter", road);

        Task receive = receiving(centre, "独孤先生", other, "路又坏了");

        assertThat(lines(receive)).contains(road, "电话相同");
        assertThat(filledIn(receive)).isEqualTo(road);
    }

    /** A name tells nothing about whom it belongs to: what somebody told the town stays there. */
    @Test
    void theVillageDoesNotReadWhatOthersOfThatNameToldTheTown() {
        String town = received(centre, NAME, phone(), "邻里纠纷");

        assertThat(lines(receiving(village, NAME, null, "路灯"))).doesNotContain(town, "邻里纠纷");
    }

    @Test
    void theTownReadsWhatSomebodyOfThatNameToldTheVillage() {
        String village = received(this.village, NAME, phone(), "路灯");

        assertThat(lines(receiving(centre, NAME, null, "路灯"))).contains(village, "同名");
    }

    @Test
    void somebodyWithoutNameAndNumberIsNobodyKnown() {
        received(centre, NAME, phone(), "村口的路");
        TicketId now = comes(centre, new PetitionAnnouncement(null, null, true, 1, null, "村口的路", null, null));

        assertThat(lines(receivingOf(now))).isEqualTo("没有查到以前的事项。");
    }

    private static PetitionAnnouncement about(String name, String phone, String summary) {
        return new PetitionAnnouncement(name, phone, false, 1, null, summary, null, null);
    }

    private void identified(TicketId ticket) {
        identities.save(matter(ticket).id(), new Identities.Typed(null, ID_NUMBER, null, null));
    }

    /** @return the matter's number */
    private String received(ReceptionPoint where, String name, String phone, String summary) {
        TicketId ticket = comes(where, about(name, phone, summary));
        isReceived(ticket, "petitionerName", name, "petitionerPhone", phone, "matter", summary, "purpose", summary);
        return matter(ticket).number();
    }

    private Task receiving(ReceptionPoint where, String name, String phone, String summary) {
        return receivingOf(comes(where, about(name, phone, summary)));
    }

    private Task receivingOf(TicketId ticket) {
        if (ticket(ticket).state() == TicketState.CALLED) {
            isCalled(ticket);
        }
        return taskAt(ticket, "Task_ReceivePetitioner");
    }

    private String lines(Task receive) {
        return (String) tasks.getVariable(receive.getId(), "earlierLines");
    }

    private String filledIn(Task receive) {
        return (String) tasks.getVariable(receive.getId(), "earlierMatter");
    }
}
