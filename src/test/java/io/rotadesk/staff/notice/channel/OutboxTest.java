package io.rotadesk.staff.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.rotadesk.ProcessScenario;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.roster.Roster;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** From a notice to the receiver, with servers of the test's own. */
class OutboxTest extends ProcessScenario {

    @Autowired
    private Notices notices;

    @Autowired
    private Channels channels;

    @Autowired
    private ReachablePeople people;

    @Autowired
    private OutboxSender sender;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JavaMailSenderImpl mailServer;

    @Autowired
    private Troubles troubles;

    @Autowired
    private Roster roster;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private final RobotServer robot = new RobotServer();
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @BeforeEach
    void servers() {
        mails.start();
        mailServer.setPort(mails.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        // Nothing of this test is left for another one to send.
        channels.of(department.id()).forEach(channel -> channels.remove(department.id(), channel.id()));
        robot.close();
        mails.stop();
    }

    @Test
    void severalPeopleWhoAreToldTheSameGetOneMessageInTheGroup() {
        NoticeChannel group = group(ChannelKind.WECOM);
        route(group, RouteMode.AT_ONCE, 0, Addressed.TOLD);

        transaction.executeWithoutResult(status -> {
            notices.tell(
                    NoticeKind.QUESTION_ASKED,
                    department.id(),
                    List.of(department.manager(), department.deputy()),
                    "7",
                    "/desk/calls",
                    "孙丽");
            CompletableFuture.runAsync(sender::sendDue).join();
            assertThat(robot.received()).as("before the commit").isEmpty();
        });
        sender.sendDue();
        sender.sendDue();

        assertThat(robot.received()).hasSize(1);
        assertThat(robot.received().get(0).body()).contains("孙丽", "招商部", "/desk/calls", "13900000098", "13900000099");
        assertThat(only().state()).isEqualTo(OutboxMessage.State.SENT);
        assertThat(only().answer()).isEqualTo("errcode 0 ok");
    }

    @Test
    void nothingIsWrittenWithoutAChannelOrWhenTheTransactionIsUndone() {
        ask("7");
        assertThat(messages()).isEmpty();
        route(group(ChannelKind.FEISHU), RouteMode.AT_ONCE, 0, Addressed.NOBODY);

        transaction.executeWithoutResult(status -> {
            ask("8");
            status.setRollbackOnly();
        });

        assertThat(messages()).isEmpty();
    }

    @Test
    void mailGoesToThePersonWithALinkToThePage() throws Exception {
        route(mail(), RouteMode.AT_ONCE, 0, Addressed.TOLD);
        hasMail(department.manager(), "manager@example.org", QuietHours.NONE);

        ask("7");
        sender.sendDue();

        assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
        MimeMessage message = mails.getReceivedMessages()[0];
        assertThat(message.getAllRecipients()[0]).hasToString("manager@example.org");
        assertThat(message.getFrom()[0]).hasToString("desk@example.org");
        assertThat(message.getSubject()).contains("轮值台", "孙丽 有一个问题请您答复");
        assertThat((String) message.getContent()).contains("孙丽 有一个问题请您答复", "/desk/calls");
        assertThat(only().state()).isEqualTo(OutboxMessage.State.SENT);
    }

    @Test
    void nobodyGetsMailWhoGaveNoAddress() {
        route(mail(), RouteMode.AT_ONCE, 0, Addressed.TOLD);
        ask("7");
        assertThat(messages()).isEmpty();
    }

    @Test
    void aPersonChoosesToGetAKindByMailWhateverTheUnitHasSetUp() {
        mail();
        people.save(new ReachablePerson(
                department.manager(), "manager@example.org", QuietHours.NONE, Set.of(NoticeKind.QUESTION_ASKED)));

        ask("7");
        notices.tell(NoticeKind.DISPUTE, department.id(), List.of(department.manager()), "8", null, "孙丽");

        assertThat(messages()).extracting(OutboxMessage::kind).containsExactly("QUESTION_ASKED");
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgain() {
        route(mail(), RouteMode.AT_ONCE, 0, Addressed.TOLD);
        hasMail(department.manager(), "manager@example.org", QuietHours.NONE);
        mails.stop();
        ask("7");
        sender.sendDue();
        assertThat(only().state()).isEqualTo(OutboxMessage.State.WAITING);

        mails.start();
        mailServer.setPort(mails.getSmtp().getPort());
        clock.forward(Outbox.PAUSES.get(0));
        sender.sendDue();

        assertThat(only().state()).isEqualTo(OutboxMessage.State.SENT);
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aFailureIsTriedAgainLaterAndLaterAndGivenUpVisibly() {
        route(group(ChannelKind.WEBHOOK), RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        ask("7");
        for (Duration pause : Outbox.PAUSES) {
            robot.answers(503, "later");
            sender.sendDue();
            assertThat(only().state()).isEqualTo(OutboxMessage.State.WAITING);
            assertThat(only().dueAt()).isEqualTo(clock.instant().plus(pause));
            clock.forward(pause);
        }
        robot.answers(503, "later");
        sender.sendDue();

        assertThat(only().state()).isEqualTo(OutboxMessage.State.GIVEN_UP);
        assertThat(only().answer()).isEqualTo("HTTP 503 later");
        assertThat(robot.received()).hasSize(Outbox.PAUSES.size() + 1);
        assertThat(robot.received().stream()
                        .map(sent -> sent.header("X-rotadesk-id"))
                        .distinct())
                .as("the receiver can tell that it is the same message")
                .hasSize(1);
        assertThat(troubles.openOf(department.id(), 10))
                .extracting(trouble -> trouble.kind())
                .containsExactly(TroubleKind.MESSAGE_GIVEN_UP);
    }

    @Test
    void aRefusalIsGivenUpAtOnceAndCanBeSentAgainWhenTheChannelIsPutRight() {
        route(group(ChannelKind.DINGTALK), RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        ask("7");
        robot.answers(200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
        sender.sendDue();
        assertThat(only().state()).isEqualTo(OutboxMessage.State.GIVEN_UP);
        assertThat(only().answer()).isEqualTo("errcode 310000 sign not match");
    }

    @Test
    void aNoticeReadOrSettledBeforeItIsDueIsNotSent() {
        route(group(ChannelKind.WECOM), RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        route(mail(), RouteMode.AT_ONCE, 10, Addressed.TOLD);
        hasMail(department.manager(), "manager@example.org", QuietHours.NONE);
        ask("7");
        ask("8");
        sender.sendDue();
        assertThat(robot.received()).as("both at once in the group").hasSize(1);

        notices.unread(department.manager()).stream()
                .filter(notice -> notice.subject().equals("7"))
                .forEach(notice -> notices.read(department.manager(), notice.id()));
        clock.forward(Duration.ofMinutes(10));
        sender.sendDue();

        assertThat(mails.getReceivedMessages())
                .as("8 is unread after ten minutes")
                .hasSize(1);
        assertThat(messages().stream().filter(message -> message.step() == 2))
                .extracting(OutboxMessage::subject, OutboxMessage::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("7", OutboxMessage.State.NOT_NEEDED),
                        org.assertj.core.groups.Tuple.tuple("8", OutboxMessage.State.SENT));
    }

    @Test
    void inQuietHoursOnlyWhatMayDisturbIsSent() {
        channels.setHours(department.id(), new UnitHours(new QuietHours(LocalTime.of(8, 0), LocalTime.of(10, 0)), 30));
        NoticeChannel group = group(ChannelKind.WECOM);
        route(group, RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        channels.addRoute(
                department.id(), NoticeKind.CALL_UNANSWERED, group.id(), RouteMode.ALWAYS, 0, Addressed.NOBODY);

        ask("7");
        notices.tell(
                NoticeKind.CALL_UNANSWERED,
                department.id(),
                List.of(department.manager()),
                "c1",
                null,
                "13800001234",
                "09:00");
        sender.sendDue();
        assertThat(robot.received()).hasSize(1);
        assertThat(robot.received().get(0).body()).contains("…1234").doesNotContain("13800001234", "孙丽");

        clock.forward(Duration.ofHours(1));
        sender.sendDue();
        assertThat(robot.received()).hasSize(2);
        assertThat(robot.received().get(1).body()).contains("孙丽");
    }

    @Test
    void aDigestGathersAndNeverWaitsLonger() {
        route(group(ChannelKind.FEISHU), RouteMode.DIGEST, 0, Addressed.NOBODY);
        ask("7");
        clock.forward(Duration.ofMinutes(29));
        ask("8");
        sender.sendDue();
        assertThat(robot.received()).isEmpty();

        clock.forward(Duration.ofMinutes(1));
        sender.sendDue();
        assertThat(robot.received())
                .as("it is half past nine: Feishu is left alone")
                .isEmpty();
        assertThat(outbox.nextDue().orElseThrow()).isAfter(clock.instant());

        clock.forward(Duration.ofSeconds(20));
        sender.sendDue();

        assertThat(robot.received()).hasSize(1);
        assertThat(robot.received().get(0).body()).contains("2 条提醒");
        assertThat(messages()).extracting(OutboxMessage::state).containsOnly(OutboxMessage.State.SENT);
    }

    @Test
    void noMoreThanTwentyAMinuteAndTheRestTogether() {
        route(group(ChannelKind.WECOM), RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        for (int i = 0; i < 25; i++) {
            ask("before" + i);
            sender.sendDue();
            clock.forward(Outbox.GAP);
        }
        assertThat(robot.received()).hasSize(20);

        clock.forward(Outbox.WINDOW.minus(Outbox.GAP.multipliedBy(25)));
        sender.sendDue();

        assertThat(robot.received()).hasSize(21);
        assertThat(robot.received().get(20).body()).contains("5 条提醒");
    }

    @Test
    void aRobotThatSaysTooManyIsLeftAloneAndNothingIsLost() {
        route(group(ChannelKind.DINGTALK), RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        ask("7");
        robot.answers(200, "{\"errcode\":130101,\"errmsg\":\"send too fast\"}");
        sender.sendDue();
        ask("8");
        clock.forward(Duration.ofMinutes(9));
        sender.sendDue();
        assertThat(robot.received()).hasSize(1);

        clock.forward(Duration.ofMinutes(1));
        sender.sendDue();

        assertThat(robot.received()).hasSize(2);
        assertThat(messages()).extracting(OutboxMessage::state).containsOnly(OutboxMessage.State.SENT);
    }

    @Test
    void manyNodesSendEachMessageOnce() throws Exception {
        for (ChannelKind kind : List.of(ChannelKind.WECOM, ChannelKind.DINGTALK, ChannelKind.FEISHU)) {
            route(group(kind), RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        }
        // Nothing is sent to Feishu at full hours.
        clock.forward(Duration.ofMinutes(1));
        ask("7");
        var nodes = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        var done = IntStream.range(0, 8)
                .mapToObj(node -> nodes.submit(() -> {
                    start.await();
                    sender.sendDue();
                    return null;
                }))
                .toList();
        start.countDown();
        for (var one : done) {
            one.get();
        }
        nodes.shutdown();

        assertThat(robot.received()).hasSize(3);
        assertThat(messages()).extracting(OutboxMessage::state).containsOnly(OutboxMessage.State.SENT);
    }

    @Test
    void anotherNodeTakesUpWhatADeadNodeHadBegun() {
        route(group(ChannelKind.WECOM), RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        ask("7");
        assertThat(outbox.claim()).isPresent();

        outbox.tidy();
        sender.sendDue();
        assertThat(robot.received()).as("it may still be under way").isEmpty();

        clock.forward(Outbox.BUSY.plusSeconds(1));
        outbox.tidy();
        sender.sendDue();
        assertThat(robot.received()).hasSize(1);
    }

    @Test
    void aCommitWakesTheSender() {
        route(group(ChannelKind.WECOM), RouteMode.AT_ONCE, 0, Addressed.NOBODY);
        OutboxThreads node = new OutboxThreads(sender, outbox, clock, Duration.ofHours(1), true);
        ask("7");
        node.written(new OutboxWritten());
        await().until(() -> robot.received().size() == 1);
        node.destroy();
    }

    @Test
    void aLeaversAddressGoesAndSoDoesWhatWaitedForThem() {
        String leaver = department.callTeam().get(0);
        route(mail(), RouteMode.AT_ONCE, 10, Addressed.TOLD);
        hasMail(leaver, "leaver@example.org", QuietHours.NONE);
        notices.tell(NoticeKind.QUESTION_ASKED, department.id(), List.of(leaver), "7", null, "孙丽");

        roster.left(leaver);

        assertThat(people.get(leaver).mail()).isNull();
        assertThat(only().state()).isEqualTo(OutboxMessage.State.NOT_NEEDED);
    }

    private NoticeChannel group(ChannelKind kind) {
        return channels.add(department.id(), kind, "群", robot.address().toString(), null, department.manager());
    }

    private NoticeChannel mail() {
        return channels.add(department.id(), ChannelKind.MAIL, "邮件", null, null, department.manager());
    }

    private void route(NoticeChannel channel, RouteMode mode, int wait, Addressed addressed) {
        channels.addRoute(department.id(), NoticeKind.QUESTION_ASKED, channel.id(), mode, wait, addressed);
    }

    private void hasMail(String login, String mail, QuietHours quiet) {
        people.save(new ReachablePerson(login, mail, quiet, Set.of()));
    }

    private void ask(String subject) {
        notices.tell(
                NoticeKind.QUESTION_ASKED,
                department.id(),
                List.of(department.manager()),
                subject,
                "/desk/calls",
                "孙丽");
    }

    private List<OutboxMessage> messages() {
        return db.sql("select * from notice_message where unit_id = :unit order by id")
                .param("unit", department.id())
                .query(OutboxMessage::of)
                .list();
    }

    private OutboxMessage only() {
        assertThat(messages()).hasSize(1);
        return messages().get(0);
    }
}
