package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineEntry;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.channel.Addressed;
import io.rotadesk.staff.notice.channel.ChannelKind;
import io.rotadesk.staff.notice.channel.Channels;
import io.rotadesk.staff.notice.channel.GatewayServer;
import io.rotadesk.staff.notice.channel.OutboxMessage;
import io.rotadesk.staff.notice.channel.OutboxMessage.State;
import io.rotadesk.staff.notice.channel.QuietHours;
import io.rotadesk.staff.notice.channel.RouteMode;
import io.rotadesk.staff.notice.channel.SentMessages;
import io.rotadesk.staff.notice.channel.UnitHours;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Petitioners who agreed are told by message how their matter gets on, by the gateway of the town. */
@Tag("P4")
class MessagesToPetitionersTest extends HandlingScenario {

    @Autowired
    ApplicationContext application;

    @Autowired
    Channels channels;

    @Autowired
    SentMessages sent;

    GatewayServer gateway;

    @BeforeEach
    void aGateway() {
        gateway = new GatewayServer(application);
        channels.add(centre.id(), ChannelKind.GATEWAY, "短信", gateway.address(), "secret", centre.leader());
    }

    @AfterEach
    void nothingIsLeftToSend() {
        channels.of(centre.id()).forEach(channel -> channels.remove(centre.id(), channel.id()));
        gateway.close();
    }

    @Test
    void atEachStageOneMessageWithNothingOfTheMatter() {
        TicketId ticket = comes(village, agreeing("欧阳奶奶", phone()));
        isSent();
        isReceived(ticket);
        setsPlan(ticket, "2026-03-20");
        isSent();
        asksForTime(ticket, "2026-04-10");
        completeAs(
                village.leader(),
                taskAt(ticket, "Task_DecideExtension"),
                "decision",
                "approve",
                "extensionUntil",
                "2026-04-10");
        complete(taskAt(ticket, "Task_TellExtension"), "toldHow", "phone", "toldAt", now());
        isSent();
        handles(ticket, "progress", "done", "result", "路已修好");
        replies(ticket);
        isSent();

        Matter matter = matter(ticket);
        assertThat(gateway.bodies())
                .hasSize(4)
                .allSatisfy(body -> assertThat(body)
                        .contains("\"to\":\"" + matter.petitionerPhone() + "\"", matter.number(), "/public/matters")
                        .doesNotContain("村口", "欧阳", "派人到现场", "路已修好"));
        assertThat(gateway.isSigned()).isTrue();
        assertThat(gateway.bodies().get(0)).contains("PETITIONER_REGISTERED", "已登记");
        assertThat(gateway.bodies().get(1)).contains("PETITIONER_ACCEPTED", "2026-03-20");
        assertThat(gateway.bodies().get(2)).contains("PETITIONER_EXTENDED", "2026-04-10");
        assertThat(gateway.bodies().get(3)).contains("PETITIONER_ANSWERED").doesNotContain("期限到");
        assertThat(texts(ticket, TimelineKind.MESSAGE_SENT))
                .hasSize(4)
                .allSatisfy(text -> assertThat(text).endsWith("…" + lastDigits(matter)))
                .first()
                .asString()
                .startsWith("登记");
        assertThat(messages())
                .extracting(OutboxMessage::state, OutboxMessage::receiver)
                .containsOnly(tuple(State.SENT, "…" + lastDigits(matter)));
        assertThat(messages().toString()).doesNotContain(digits(matter));
    }

    @Test
    void withoutAgreementNothingIsSent() {
        TicketId ticket = comes(village, petitioner("孙大爷"));
        isReceived(ticket);
        setsPlan(ticket, "2026-03-20");
        isSent();

        assertThat(messages()).isEmpty();
        assertThat(gateway.bodies()).isEmpty();
    }

    @Test
    void theAgreementIsGivenLaterAndWithdrawnBeforeTheMessageGoes() {
        TicketId ticket = comes(village, petitioner("孙大爷"));
        isReceived(ticket);
        matters.agreesToMessages(matter(ticket).id(), true, responsible(ticket));
        setsPlan(ticket, "2026-03-20");
        assertThat(messages()).extracting(OutboxMessage::state).containsExactly(State.WAITING);

        matters.agreesToMessages(matter(ticket).id(), false, responsible(ticket));
        isSent();

        assertThat(gateway.bodies()).isEmpty();
        assertThat(messages()).extracting(OutboxMessage::state).containsExactly(State.NOT_NEEDED);
        assertThat(steps(ticket)).containsSubsequence(TimelineKind.MESSAGES_AGREED, TimelineKind.MESSAGES_WITHDRAWN);
        handles(ticket, "progress", "done", "result", "路已修好");
        replies(ticket);
        assertThat(messages()).as("nor later").hasSize(1);
    }

    @Test
    void anErasedPetitionerGetsNothingMoreAndTheLastDigitsGo() {
        TicketId ticket = comes(village, agreeing("孙大爷", phone()));
        isSent();
        isReceived(ticket);
        setsPlan(ticket, "2026-03-20");
        handles(ticket, "progress", "done", "result", "路已修好");
        replies(ticket);
        assertThat(messages()).hasSize(3);
        String digits = lastDigits(matter(ticket));

        matters.erasePetitioner(matter(ticket).id(), village.leader());
        isSent();

        assertThat(gateway.bodies()).hasSize(1);
        assertThat(messages())
                .extracting(OutboxMessage::state)
                .containsExactly(State.NOT_NEEDED, State.NOT_NEEDED, State.SENT);
        assertThat(messages())
                .allSatisfy(message -> assertThat(message.receiver()).doesNotContain(digits));
        assertThat(texts(ticket, TimelineKind.MESSAGE_SENT)).containsOnlyNulls();
        assertThat(matter(ticket).agreesToMessages()).isFalse();
    }

    @Test
    void eachPetitionerGetsAMessageOfTheirOwn() {
        TicketId one = comes(village, agreeing("孙大爷", phone()));
        TicketId other = comes(village, agreeing("李大爷", phone()));
        isSent();

        assertThat(gateway.bodies()).hasSize(2);
        for (TicketId ticket : List.of(one, other)) {
            assertThat(gateway.bodies())
                    .filteredOn(body -> body.contains(matter(ticket).petitionerPhone()))
                    .singleElement()
                    .asString()
                    .contains(matter(ticket).number());
        }
    }

    @Test
    void aRefusedMessageIsOnTheTimelineAndItsNumberNowhere() {
        TicketId ticket = comes(village, agreeing("孙大爷", phone()));
        gateway.answers(400, "no such number " + matter(ticket).petitionerPhone());
        isSent();

        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(State.GIVEN_UP);
            assertThat(message.answer()).contains("…" + lastDigits(matter(ticket)));
        });
        assertThat(messages().toString()).doesNotContain(digits(matter(ticket)));
        assertThat(texts(ticket, TimelineKind.MESSAGE_NOT_SENT)).hasSize(1);
    }

    @Test
    void nobodyIsWokenAtNight() {
        channels.setHours(centre.id(), new UnitHours(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), 30));
        clock.set(at("2026-03-02T22:00"));
        comes(village, agreeing("孙大爷", phone()));
        isSent();
        assertThat(gateway.bodies()).isEmpty();

        clock.set(at("2026-03-03T08:00"));
        isSent();
        assertThat(gateway.bodies()).hasSize(1);
    }

    @Test
    void withoutAUsableNumberNothingIsSent() {
        comes(village, agreeing("孙大爷", null));
        TicketId ticket = comes(village, petitioner(null, true));
        isSent();

        assertThat(messages()).isEmpty();
        assertThatThrownBy(() -> matters.agreesToMessages(matter(ticket).id(), true, village.leader()))
                .isInstanceOf(MatterRefusal.class);
    }

    @Test
    void theGatewayIsForPetitionersOnlyAndAUnitHasOne() {
        long id = channels.of(centre.id()).get(0).id();
        assertThatThrownBy(() -> channels.addRoute(
                        centre.id(), NoticeKind.REVIEW_ASKED, id, RouteMode.AT_ONCE, 0, Addressed.TOLD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        channels.add(centre.id(), ChannelKind.GATEWAY, "又一个", gateway.address(), null, centre.leader()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PetitionAnnouncement agreeing(String name, String phone) {
        return new PetitionAnnouncement(name, phone, false, 1, null, "村口的路", null, null, true);
    }

    private static PetitionAnnouncement petitioner(String phone, boolean agrees) {
        return new PetitionAnnouncement(null, phone, true, 1, null, "村口的路", null, null, agrees);
    }

    private void isSent() {
        gateway.sendDue();
        clock.forward(Duration.ofSeconds(2));
        gateway.sendDue();
        clock.forward(Duration.ofSeconds(2));
        gateway.sendDue();
    }

    private List<OutboxMessage> messages() {
        return sent.of(centre.id(), null, null, null, 20);
    }

    private List<String> texts(TicketId ticket, TimelineKind kind) {
        return timeline.of(matter(ticket).id()).stream()
                .filter(entry -> entry.kind() == kind)
                .map(TimelineEntry::text)
                .toList();
    }

    private static String digits(Matter matter) {
        return matter.petitionerPhone().substring("+86".length());
    }

    private static String lastDigits(Matter matter) {
        return matter.petitionerPhone().substring(matter.petitionerPhone().length() - 4);
    }
}
