package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.Statements;
import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.calllist.CallComparison;
import io.rotadesk.leasing.calllist.CallComparison.Compared;
import io.rotadesk.leasing.calllist.CallDifference;
import io.rotadesk.leasing.calllist.CallDifferences;
import io.rotadesk.leasing.calllist.CallList;
import io.rotadesk.leasing.calllist.DifferenceKind;
import io.rotadesk.leasing.calllist.MissingCalls;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Agents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A phone system's own list of calls is compared with the register: what did not arrive is not lost (L2.1, L2.3). */
@Tag("L2.3")
class ComparedCallsTest extends CallScenario {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String HEADER = "callId,from,startedAt,extension,answered,ringSeconds\n";
    private static final String STRANGER = "13811112222";

    @Autowired
    CallComparison comparison;

    @Autowired
    CallDifferences differences;

    @Autowired
    MissingCalls missing;

    @Autowired
    Notices notices;

    @Autowired
    Agents agents;

    @Autowired
    ErasedPeople erasing;

    @Test
    void aListThatSaysTheSameFindsNothing() {
        CallKey answered = answeredFrom(CALLER, onDuty());
        CallKey missed = ringsFrom(STRANGER);
        report(missed, CallEvent.HUNG_UP);

        Compared compared = compare(row(answered.callId(), CALLER, extensionOf(onDuty()), "yes", 6)
                + row(missed.callId(), STRANGER, "", "no", ""));

        assertThat(compared.found()).isEmpty();
        assertThat(compared.listed()).isEqualTo(2);
        assertThat(compared.agreed()).isEqualTo(2);
    }

    @Test
    void aCallThatNeverArrivedIsFoundAndTheManagerHearsOfIt() {
        Compared compared = compare(row("lost-1", STRANGER, "", "no", ""));

        assertThat(kinds(compared)).containsExactly(DifferenceKind.NEVER_ARRIVED);
        assertThat(told())
                .singleElement()
                .satisfies(notice -> assertThat(notice.link()).startsWith("/desk/calls/list"));
    }

    @Test
    void theSameListAgainAddsNothing() {
        compare(row("lost-1", STRANGER, "", "no", ""));
        Compared again = compare(row("lost-1", STRANGER, "", "no", ""));

        assertThat(again.added()).isZero();
        assertThat(open()).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    @Tag("L2.1")
    void aCallThatNobodyPickedUpBecomesAMissedCallToBeReturned() {
        compare(row("lost-1", STRANGER, "", "no", ""));
        clock.forward(Duration.ofHours(2));

        var entered = missing.enter(department.id(), open().get(0).id(), "manager");

        assertThat(entered).hasValueSatisfying(call -> {
            assertThat(call.state()).isEqualTo(CallState.MISSED);
            assertThat(call.receivedAt()).isEqualTo(clock.instant().minus(Duration.ofHours(2)));
        });
        taskAt(entered.orElseThrow().key(), CallHandling.Task.RETURN_MISSED_CALL);
        assertThat(open()).isEmpty();
        assertThat(told()).as("nothing is left to do").isEmpty();
    }

    @Test
    void aCallThatAColleaguePickedUpIsRegisteredByThem() {
        compare(row("lost-1", STRANGER, extensionOf(colleague()), "yes", 4));
        clock.forward(Duration.ofHours(2));

        var entered = missing.enter(department.id(), open().get(0).id(), "manager");

        assertThat(entered).hasValueSatisfying(call -> {
            assertThat(call.state()).isEqualTo(CallState.ANSWERED);
            assertThat(call.talk().agent()).isEqualTo(colleague());
            assertThat(call.talk().endedAt()).isNotNull();
        });
        assertThat(task(entered.orElseThrow().key()).getAssignee()).isEqualTo(colleague());
        assertThat(rota.servingNow(colleague())).as("nobody is kept busy by it").isEmpty();
    }

    @Test
    void aCallIsEnteredOnce() {
        compare(row("lost-1", STRANGER, "", "no", ""));
        long id = open().get(0).id();

        assertThat(missing.enter(department.id(), id, "manager")).isPresent();
        assertThat(missing.enter(department.id(), id, "manager")).isEmpty();
        assertThat(compare(row("lost-1", STRANGER, "", "no", "")).found()).isEmpty();
    }

    @Test
    void aCallThatTwoManagersEnterAtOnceIsEnteredOnce() throws Exception {
        compare(row("lost-1", STRANGER, extensionOf(colleague()), "yes", 4));
        clock.forward(Duration.ofHours(2));
        long id = open().get(0).id();
        Callable<Optional<Call>> enter = () -> missing.enter(department.id(), id, "manager");

        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Optional<Call>> entered = new ArrayList<>();
            for (Future<Optional<Call>> one : threads.invokeAll(List.of(enter, enter))) {
                entered.add(one.get());
            }
            assertThat(entered).filteredOn(Optional::isPresent).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(register.latest(department.id(), 10))
                .singleElement()
                .satisfies(call -> assertThat(call.talk().agent()).isEqualTo(colleague()));
    }

    /** The manager's click does not wait for somebody who repairs the model. */
    @Test
    void aMissingCallIsEnteredEvenIfTheModelFails() {
        compare(row("lost-1", STRANGER, "", "no", ""));
        BrokenModels models = new BrokenModels(engine);
        models.suspend(CallHandling.PROCESS);
        try {
            assertThat(missing.enter(department.id(), open().get(0).id(), "manager"))
                    .hasValueSatisfying(call -> assertThat(call.state()).isEqualTo(CallState.MISSED));
        } finally {
            models.putRight();
        }
        assertThat(open()).isEmpty();
    }

    @Test
    void anotherUnitCanNeitherSettleNorEnterIt() {
        compare(row("lost-1", STRANGER, "", "no", ""));
        long id = open().get(0).id();

        assertThat(differences.settle("another-unit", id, "somebody")).isFalse();
        assertThat(missing.enter("another-unit", id, "somebody")).isEmpty();
        assertThat(open()).hasSize(1);
    }

    @Test
    void somebodyElsePickedUp() {
        CallKey call = answeredFrom(CALLER, onDuty());

        assertThat(kinds(compare(row(call.callId(), CALLER, extensionOf(colleague()), "yes", 5))))
                .containsExactly(DifferenceKind.ANSWERED_ELSEWHERE);
    }

    @Test
    void aMissedCallWasAnswered() {
        CallKey call = ringsFrom(CALLER);
        report(call, CallEvent.HUNG_UP);

        assertThat(kinds(compare(row(call.callId(), CALLER, extensionOf(onDuty()), "yes", 5))))
                .containsExactly(DifferenceKind.ANSWERED_NOT_HERE);
    }

    @Test
    void anAnsweredCallWasNot() {
        CallKey call = answeredFrom(CALLER, onDuty());

        assertThat(kinds(compare(row(call.callId(), CALLER, "", "NO ANSWER", ""))))
                .containsExactly(DifferenceKind.NOT_ANSWERED_THERE);
    }

    @Test
    @Tag("L2.1")
    void aPhoneRangLongerThanThreeRings() {
        CallKey call = answeredFrom(CALLER, onDuty());
        String extension = extensionOf(onDuty());

        assertThat(kinds(compare(row(call.callId(), CALLER, extension, "yes", 17))))
                .as("two seconds until the system has stopped it")
                .isEmpty();
        assertThat(compare(row(call.callId(), CALLER, extension, "yes", "00:00:40"))
                        .found())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.kind()).isEqualTo(DifferenceKind.RANG_TOO_LONG);
                    assertThat(difference.rangFor()).isEqualTo(40);
                });
    }

    @Test
    void aCallOfThatTimeIsNotInTheList() {
        CallKey first = answeredFrom(CALLER, onDuty());
        clock.forward(Duration.ofMinutes(1));
        String firstRow = rowAt(clock.instant().minus(Duration.ofMinutes(1)), first.callId(), CALLER, "", "yes", "");
        CallKey unlisted = ringsFrom(STRANGER);
        report(unlisted, CallEvent.HUNG_UP);
        clock.forward(Duration.ofMinutes(1));
        CallKey last = ringsFrom("13811113333");
        report(last, CallEvent.HUNG_UP);

        assertThat(compare(firstRow + row(last.callId(), "13811113333", "", "no", ""))
                        .found())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.kind()).isEqualTo(DifferenceKind.NOT_LISTED);
                    assertThat(difference.callId()).isEqualTo(unlisted.callId());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800000001", "+86 138 0000 0001", "sip:13800000001@10.0.0.5", "1.3800000001E10"})
    void withoutAnIdTheNumberAndTheTimeTell(String written) {
        answeredFrom(CALLER, onDuty());

        assertThat(compare(row("", written, extensionOf(onDuty()), "yes", 5)).found())
                .isEmpty();
    }

    @Test
    void anIdThatTheSystemUsesAgainIsTwoCallsOfTheList() {
        CallKey first = answeredFrom(CALLER, onDuty());
        String firstRow = row(first.callId(), CALLER, extensionOf(onDuty()), "yes", 5);
        clock.forward(Duration.ofHours(1));
        desk.receive(first, STRANGER, null);
        desk.event(desk.find(department.id(), first.callId()).key(), CallEvent.HUNG_UP, null, null);

        assertThat(compare(firstRow + row(first.callId(), STRANGER, "", "no", "")))
                .satisfies(compared -> {
                    assertThat(compared.listed()).isEqualTo(2);
                    assertThat(compared.agreed()).isEqualTo(2);
                    assertThat(compared.found()).isEmpty();
                });
    }

    /** Some systems name the caller only where the call comes in, not at every phone. */
    @Test
    void aRowWithoutANumberBelongsToTheCallWithItsId() {
        CallKey call = answeredFrom(CALLER, onDuty());

        Compared compared = compare(row(call.callId(), "", extensionOf(colleague()), "no", 5)
                + row(call.callId(), CALLER, "", "", "")
                + row(call.callId(), "", extensionOf(onDuty()), "yes", 5)
                + row("lost-1", "", extensionOf(colleague()), "no", 5)
                + row("lost-1", STRANGER, "", "", ""));

        assertThat(compared.listed()).isEqualTo(2);
        assertThat(compared.agreed()).isEqualTo(1);
        assertThat(compared.found())
                .singleElement()
                .satisfies(difference -> assertThat(difference.number()).isEqualTo(STRANGER));
    }

    /** A call rang at two phones, each of them for too long. */
    @Test
    void aCallThatDiffersInSeveralRowsIsOneCallThatDiffers() {
        CallKey call = answeredFrom(CALLER, onDuty());

        Compared compared = compare(row(call.callId(), CALLER, extensionOf(colleague()), "no", 40)
                + row(call.callId(), CALLER, extensionOf(onDuty()), "yes", 50));

        assertThat(compared.listed()).isEqualTo(1);
        assertThat(compared.found()).hasSize(2);
        assertThat(compared.agreed()).isZero();
    }

    /** The caller talks now: a call of an hour ago is no part of that. */
    @Test
    void aMissingCallOfANumberThatTalksNowIsEnteredAsACallOfItsOwn() {
        compare(row("lost-1", CALLER, "", "no", ""));
        clock.forward(Duration.ofHours(1));
        CallKey now = ringsFrom(CALLER);
        desk.event(now, CallEvent.ANSWERED, extensionOf(onDuty()), null);

        var entered = missing.enter(department.id(), open().get(0).id(), "manager");

        assertThat(entered).hasValueSatisfying(call -> {
            assertThat(call.key()).isNotEqualTo(now);
            assertThat(call.state()).isEqualTo(CallState.MISSED);
        });
        assertThat(desk.find(department.id(), now.callId()).talk().endedAt())
                .as("still talks")
                .isNull();
    }

    /** Another node, or the phone system itself, has reported it meanwhile. */
    @Test
    void aMissingCallThatWasReportedMeanwhileIsNotEndedByEnteringIt() {
        compare(row("lost-1", STRANGER, "", "no", ""));
        desk.receive(department.id(), new SentCall("lost-1", STRANGER, clock.instant(), null, null, null));
        CallKey reported = desk.find(department.id(), "lost-1").key();

        var entered = missing.enter(department.id(), open().get(0).id(), "manager");

        assertThat(entered).hasValueSatisfying(call -> assertThat(call.key()).isEqualTo(reported));
        assertThat(desk.find(department.id(), reported.callId()).state()).isEqualTo(CallState.RINGING);
    }

    /** No phone system knows of it. */
    @Test
    void aCallThatSomebodyMadeToTryThePhonesIsNotMissedInTheList() {
        String before = row("a", STRANGER, "", "no", "");
        clock.forward(Duration.ofMinutes(1));
        desk.receive(
                department.id(), new SentCall("test-1", "13811115555", null, null, IncomingCalls.TEST_QUEUE, null));
        clock.forward(Duration.ofMinutes(1));

        assertThat(kinds(compare(before + row("b", "13811116666", "", "no", ""))))
                .containsOnly(DifferenceKind.NEVER_ARRIVED);
    }

    @Test
    void callsThatGoOutOrStayInsideAreNotCompared() {
        String list = "callId,from,startedAt,direction\n"
                + "out-1,13811112222," + now() + ",outbound\n"
                + "out-2,13811112222," + now() + ",呼出\n"
                + "in-1," + extensionOf(onDuty()) + "," + now() + ",\n";

        assertThat(comparison
                        .compare(department.id(), CallList.read(list, zone()).calls(), "test")
                        .listed())
                .isZero();
    }

    @Test
    void aPersonWhoIsErasedIsErasedHereToo() {
        compare(row("lost-1", "138-1111-2222", "", "no", "") + row("lost-2", "13811113333", "", "no", ""));

        erasing.erase(
                Person.withNumber(department.id(), STRANGER, Numbering.HOME).orElseThrow(), "manager");

        assertThat(open()).extracting(CallDifference::number).containsExactly("13811113333");
    }

    /** Some rows more or less are no statement more or less. */
    @Test
    void aDayOfThousandsOfCallsIsComparedAtOnce() {
        String[] extensions = {extensionOf(onDuty()), extensionOf(colleague()), "9999", ""};
        String few = many("few", 4, extensions);
        String many = many("many", 2000, extensions);

        int once = Statements.during(() -> compare(few)).size();
        assertThat(Statements.during(() -> compare(many))).hasSizeLessThanOrEqualTo(once);
        assertThat(differences.countOpen(department.id())).isGreaterThanOrEqualTo(2004);
        assertThat(differences.open(department.id(), 10)).hasSize(10);
    }

    private String many(String id, int count, String[] extensions) {
        return IntStream.range(0, count)
                .mapToObj(number -> row(
                        id + "-" + number,
                        "1391234%04d".formatted(number),
                        extensions[number % extensions.length],
                        number % 2 == 0 ? "yes" : "no",
                        number % 3 == 0 ? 40 : ""))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uniqueid,src,calldate,dst,disposition|u1,13811112222,2026-03-02 09:00:00,8001,ANSWERED",
                "通话ID;主叫号码;开始时间;分机;通话状态|u1;13811112222;2026/3/2 9:00;8001;已接听",
                "流水号,来电号码,呼叫时间,接听分机,呼叫结果,备注|u1,13811112222,1772413200,8001,接通,无",
                "Call Id,Caller Number,Start Time,Destination,Result|u1,'13811112222,2026-03-02T09:00:00+08:00,8001,answered",
            })
    void listsOfDifferentSystemsReadTheSame(String header, String row) {
        assertThat(CallList.read("\uFEFF" + header + "\n" + row, zone())).satisfies(list -> {
            assertThat(list.unread()).isEmpty();
            assertThat(list.calls()).singleElement().satisfies(call -> {
                assertThat(call.id()).isEqualTo("u1");
                assertThat(call.from()).endsWith("13811112222");
                assertThat(call.at()).isEqualTo("2026-03-02T01:00:00Z");
                assertThat(call.extension()).isEqualTo("8001");
                assertThat(call.answered()).isTrue();
            });
        });
    }

    /** With the line of names that docs/api.md puts before it. */
    @Test
    void asterisksOwnFileIsRead() throws IOException {
        String names = Files.readAllLines(Path.of("docs/api.md")).stream()
                .filter(line -> line.startsWith("accountcode,"))
                .findFirst()
                .orElseThrow();

        CallList list = CallList.read(names + "\n" + """
                "","13811112222","s","from-trunk","Li, ""Xiang"" <13811112222>","PJSIP/trunk-00000001","PJSIP/8001-00000002","Dial",\
                "PJSIP/8001,15","2026-03-02 09:00:00","2026-03-02 09:00:06","2026-03-02 09:02:00",120,114,"ANSWERED","DOCUMENTATION","1772413200.1"
                "","13811113333","s","from-trunk","Wang <13811113333>","PJSIP/trunk-00000003","","Dial","","2026-03-02 09:05:00",,"2026-03-02 09:05:20",20,0,\
                "NO ANSWER","DOCUMENTATION","1772413500.2"
                """, zone());

        assertThat(list.unread()).isEmpty();
        assertThat(list.calls())
                .extracting(
                        call -> call.id(),
                        call -> call.from(),
                        call -> call.at().toString(),
                        call -> call.answered())
                .containsExactly(
                        tuple("1772413200.1", STRANGER, "2026-03-02T01:00:00Z", true),
                        tuple("1772413500.2", "13811113333", "2026-03-02T01:05:00Z", false));
    }

    /** The digits that a spreadsheet has rounded away are not made up: it may be the number of somebody else. */
    @Test
    void aNumberThatASpreadsheetHasRoundedIsNobodysNumber() {
        CallList list = CallList.read(
                HEADER + row("a", "1.38E+10", "", "notAnswered", "") + row("b", "1.3811112222E+10", "", "rejected", ""),
                zone());

        assertThat(list.calls()).extracting(call -> call.from()).containsExactly("1.38E+10", STRANGER);
        assertThat(list.calls()).extracting(call -> call.answered()).containsExactly(false, false);
    }

    @Test
    void aRowThatCannotBeReadIsNamedAndTheOthersAreComparedAllTheSame() {
        CallList list = CallList.read(HEADER + "a,13811112222,昨天,,,\n" + row("b", "13811112222", "", "no", ""), zone());

        assertThat(list.calls()).extracting(call -> call.id()).containsExactly("b");
        assertThat(list.unread()).singleElement().satisfies(unread -> {
            assertThat(unread.line()).isEqualTo(2);
            assertThat(unread.text()).isEqualTo("昨天");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "姓名,电话\n李,13811112222", "callId,from\n1,2", "\"open,quote\nx", "\u0000\u0000"})
    void aTextThatIsNoListIsSaidSo(String text) {
        CallList list = CallList.read(text, zone());

        assertThat(list.calls()).isEmpty();
        assertThat(list.unread()).isNotEmpty();
    }

    private CallKey answeredFrom(String number, String agent) {
        CallKey call = ringsFrom(number);
        desk.event(call, CallEvent.ANSWERED, extensionOf(agent), null);
        desk.event(call, CallEvent.HUNG_UP, null, null);
        return call;
    }

    private Compared compare(String rows) {
        return comparison.compare(
                department.id(), CallList.read(HEADER + rows, zone()).calls(), "test");
    }

    private ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    private String row(String id, String from, String extension, String answered, Object rang) {
        return rowAt(clock.instant(), id, from, extension, answered, rang);
    }

    private String rowAt(Instant at, String id, String from, String extension, String answered, Object rang) {
        return String.join(",", id, from, written(at), extension, answered, "" + rang) + "\n";
    }

    private String now() {
        return written(clock.instant());
    }

    private String written(Instant at) {
        return TIME.format(LocalDateTime.ofInstant(at, zone()));
    }

    private String extensionOf(String login) {
        return agents.get(login).extension();
    }

    private List<CallDifference> open() {
        return differences.open(department.id(), 100);
    }

    private static List<DifferenceKind> kinds(Compared compared) {
        return compared.found().stream().map(CallDifference::kind).toList();
    }

    private List<Notice> told() {
        return Optional.of(department.manager()).stream()
                .flatMap(manager -> notices.unread(manager).stream())
                .filter(notice -> notice.kind() == NoticeKind.CALLS_DIFFER)
                .toList();
    }
}
