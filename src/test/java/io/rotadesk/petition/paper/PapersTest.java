package io.rotadesk.petition.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.TextColumns;
import io.rotadesk.Traces;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.platform.register.WrongStateException;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A paper from its draft to its delivery and its correction. */
@Tag("P4")
class PapersTest extends PaperScenario {

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anAnswerIsMadeFromTheMatterSignedByTheLeaderNumberedAndDelivered() {
        Matter matter = received("周某", "13800000301");
        Paper draft = papers.make(matter.id(), PaperKind.ANSWER, null, responsible);
        assertThat(draft.wording().title()).isEqualTo("关于周某反映事项的答复意见书");
        assertThat(draft.wording().text()).contains("2026年3月2日", "把路修好", "【请填写：逐项查明的事实】", "30日内", "接访点" + centre.id());
        assertThat(draft.origin()).as("the text of the product").isEqualTo(new Origin(null, 0));
        assertThatThrownBy(() -> signing.handIn(draft.id(), responsible))
                .isInstanceOfSatisfying(PaperRefusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("text.gaps");
                    assertThat(refusal.arguments()[0].toString()).contains("逐项查明的事实", "办理结果");
                });

        Paper handedIn = signing.handIn(written(matter, PaperKind.ANSWER).id(), responsible);
        assertThat(handedIn.state()).isEqualTo(PaperState.HANDED_IN);
        assertThat(notices.isTold(
                        NoticeKind.PAPER_TO_SIGN, office.id(), handedIn.id().value()))
                .isTrue();
        clock.forward(Duration.ofHours(1));
        Paper signed = signing.sign(handedIn.id(), leader);
        assertThat(signed.number()).isEqualTo("东柳访答〔2026〕1号");
        assertThat(notices.isTold(
                        NoticeKind.PAPER_TO_SIGN, office.id(), handedIn.id().value()))
                .isFalse();
        assertThat(notices.unread(responsible))
                .anyMatch(notice -> notice.kind() == NoticeKind.PAPER_SIGNED
                        && notice.subject().equals(signed.id().value()));

        Paper delivered = delivered(signed);
        assertThat(delivered.state()).isEqualTo(PaperState.DELIVERED);
        assertThat(delivered.delivery().receiver()).isEqualTo("周某");
        assertThat(notices.unread(responsible)).as("nothing is left to do").isEmpty();
    }

    @Test
    void nobodyChangesAPaperThatIsSigned() {
        Paper signed = signed(received("周某", "13800000302"), PaperKind.ANSWER);
        Wording other = new Wording("标题", "改了");

        assertThatThrownBy(
                        () -> papers.edit(signed.id(), other, signed.writing().editedAt(), responsible))
                .isInstanceOf(WrongStateException.class);
        assertThatThrownBy(() -> papers.discard(signed.id(), responsible)).isInstanceOf(WrongStateException.class);
        assertThatThrownBy(() -> signing.sign(signed.id(), leader)).isInstanceOf(WrongStateException.class);
        assertThatThrownBy(() -> signing.sendBack(signed.id(), "改改", leader)).isInstanceOf(WrongStateException.class);
        assertThat(papers.get(signed.id())).isEqualTo(signed);
    }

    @Test
    void onlyTheResponsiblePersonWritesAndOnlyALeaderOfTheUnitSigns() {
        Matter matter = received("周某", "13800000303");
        Paper draft = written(matter, PaperKind.ANSWER);
        String colleague = office.staff().get(1);
        for (String other : List.of(colleague, leader, centre.leader())) {
            assertThatThrownBy(() -> papers.make(matter.id(), PaperKind.ANSWER, null, other))
                    .isInstanceOf(NotTheirPaperException.class);
            assertThatThrownBy(() -> papers.edit(
                            draft.id(), new Wording("标题", "改了"), draft.writing().editedAt(), other))
                    .isInstanceOf(NotTheirPaperException.class);
            assertThatThrownBy(() -> signing.handIn(draft.id(), other)).isInstanceOf(NotTheirPaperException.class);
            assertThatThrownBy(() -> papers.discard(draft.id(), other)).isInstanceOf(NotTheirPaperException.class);
        }
        signing.handIn(draft.id(), responsible);
        for (String other : List.of(responsible, colleague, centre.leader())) {
            assertThatThrownBy(() -> signing.sign(draft.id(), other)).isInstanceOf(NotTheirPaperException.class);
        }
        assertThat(papers.get(draft.id()).state()).isEqualTo(PaperState.HANDED_IN);
    }

    @Test
    void aLeaderSendsItBackWithAReasonAndTheAuthorHandsItInAgain() {
        Paper handedIn = signing.handIn(
                written(received("周某", "13800000304"), PaperKind.ANSWER).id(), responsible);
        assertThatThrownBy(() -> signing.sendBack(handedIn.id(), " ", leader)).isInstanceOf(PaperRefusal.class);

        Paper back = signing.sendBack(handedIn.id(), "请写明依据", leader);
        assertThat(back.state()).isEqualTo(PaperState.DRAFT);
        assertThat(back.handingIn().remarks()).isEqualTo("请写明依据");
        assertThat(notices.unread(responsible)).anyMatch(notice -> notice.kind() == NoticeKind.PAPER_SENT_BACK);
        assertThat(signing.handIn(back.id(), responsible).state()).isEqualTo(PaperState.HANDED_IN);
        assertThat(notices.unread(responsible)).noneMatch(notice -> notice.kind() == NoticeKind.PAPER_SENT_BACK);
        assertThat(signing.sendBack(back.id(), null, responsible).state())
                .as("its author takes it back without a reason")
                .isEqualTo(PaperState.DRAFT);
    }

    @Test
    void theUnitSaysWhichPapersALeaderSignsBesidesTheAnswer() {
        Matter matter = received("周某", "13800000305");
        assertThat(signed(matter, PaperKind.ACCEPTANCE).signing().by()).isEqualTo(responsible);
        set("leaderSigns", List.of("ACCEPTANCE"));
        Paper handedIn = signing.handIn(written(matter, PaperKind.ACCEPTANCE).id(), responsible);
        assertThat(handedIn.state()).isEqualTo(PaperState.HANDED_IN);
        assertThat(signing.sign(handedIn.id(), leader).number()).isEqualTo("东柳访受〔2026〕2号");
    }

    @Test
    void nothingIsDeliveredBeforeItWasSignedOrInTheFuture() {
        Paper draft = written(received("周某", "13800000306"), PaperKind.ANSWER);
        assertThatThrownBy(() -> delivered(draft)).isInstanceOf(WrongStateException.class);
        signing.handIn(draft.id(), responsible);
        assertThatThrownBy(() -> delivered(draft)).isInstanceOf(WrongStateException.class);
        clock.forward(Duration.ofHours(2));
        signing.sign(draft.id(), leader);

        assertRefused(draft, clock.instant().minusSeconds(3_600), "at.beforeSigned");
        assertRefused(draft, clock.instant().plusSeconds(60), "at.future");
        assertRefused(draft, null, "at.missing");
        assertThatThrownBy(() -> deliveries.deliver(
                        draft.id(), Delivery.How.IN_PERSON, clock.instant(), " ", null, null, responsible))
                .isInstanceOfSatisfying(
                        PaperRefusal.class, refusal -> assertThat(refusal.key()).isEqualTo("receiver.missing"));
        assertThatThrownBy(() ->
                        deliveries.deliver(draft.id(), Delivery.How.POST, clock.instant(), null, null, null, leader))
                .as("who signs does not deliver")
                .isInstanceOf(NotTheirPaperException.class);
        assertThat(papers.get(draft.id()).state()).isEqualTo(PaperState.SIGNED);
        assertThat(deliveries
                        .deliver(draft.id(), Delivery.How.POST, clock.instant(), null, null, "挂号信 12", responsible)
                        .delivery()
                        .note())
                .isEqualTo("挂号信 12");
    }

    private void assertRefused(Paper paper, Instant at, String key) {
        assertThatThrownBy(
                        () -> deliveries.deliver(paper.id(), Delivery.How.IN_PERSON, at, "周某", "本人", null, responsible))
                .isInstanceOfSatisfying(
                        PaperRefusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void aCorrectionIsANewVersionAndBothAreKept() {
        Paper first = delivered(signed(received("周某", "13800000307"), PaperKind.ANSWER));
        Paper draft = signing.correct(first.id(), responsible);
        assertThat(signing.correct(first.id(), responsible))
                .as("one correction at a time")
                .isEqualTo(draft);
        assertThat(papers.get(first.id()).state()).as("in force until then").isEqualTo(PaperState.DELIVERED);

        papers.edit(
                draft.id(),
                new Wording(draft.wording().title(), draft.wording().text() + "\n更正：日期"),
                draft.writing().editedAt(),
                responsible);
        signing.handIn(draft.id(), responsible);
        Paper second = signing.sign(draft.id(), leader);

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.number()).isEqualTo("东柳访答〔2026〕2号");
        Paper before = papers.get(first.id());
        assertThat(before.state()).isEqualTo(PaperState.REPLACED);
        assertThat(before.wording()).isEqualTo(first.wording());
        assertThat(before.delivery()).isEqualTo(first.delivery());
        assertThat(papers.correctionOf(first.id())).contains(second);
    }

    @Test
    void numbersHaveNoGapsAndNoneIsGivenTwice() throws Exception {
        Matter matter = received("周某", "13800000308");
        List<Paper> drafts = IntStream.range(0, 6)
                .mapToObj(i -> written(matter, PaperKind.ACCEPTANCE))
                .toList();
        transaction.executeWithoutResult(status -> {
            signing.handIn(drafts.get(0).id(), responsible);
            status.setRollbackOnly();
        });
        assertThat(papers.get(drafts.get(0).id()).number()).isNull();

        List<Callable<String>> work = new ArrayList<>();
        drafts.forEach(
                draft -> work.add(() -> signing.handIn(draft.id(), responsible).number()));
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        List<String> numbers = new ArrayList<>();
        try {
            for (var done : threads.invokeAll(work)) {
                numbers.add(done.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 6)
                        .mapToObj("东柳访受〔2026〕%d号"::formatted)
                        .toList());
    }

    @Test
    void aNewYearBeginsWithOneAgainInTheUnitsZone() {
        Matter matter = received("周某", "13800000309");
        clock.set(Instant.parse("2026-12-31T15:59:00Z"));
        assertThat(signed(matter, PaperKind.ACCEPTANCE).number()).isEqualTo("东柳访受〔2026〕1号");
        clock.set(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(signed(matter, PaperKind.ACCEPTANCE).number()).isEqualTo("东柳访受〔2027〕1号");
        assertThat(signed(matter, PaperKind.REGISTRATION).number()).isEqualTo("东柳访登〔2027〕1号");
    }

    @Test
    void aReceiptNamesThePaperThatItIsFor() {
        Matter matter = received("周某", "13800000310");
        Paper answer = signed(matter, PaperKind.ANSWER);
        assertThatThrownBy(() -> papers.make(matter.id(), PaperKind.RECEIPT, null, responsible))
                .isInstanceOf(PaperRefusal.class);
        Matter other = received("吴某", "13800000311");
        assertThatThrownBy(() -> papers.make(other.id(), PaperKind.RECEIPT, answer.id(), responsible))
                .as("a paper of another matter")
                .isInstanceOf(PaperRefusal.class);

        Paper receipt = papers.make(matter.id(), PaperKind.RECEIPT, answer.id(), responsible);
        assertThat(receipt.wording().text()).contains(answer.wording().title(), answer.number());
        Paper finished = signing.handIn(receipt.id(), responsible);
        assertThatThrownBy(() -> delivered(finished)).isInstanceOf(PaperRefusal.class);
    }

    @Test
    @Tag("P2")
    void aRegistrationFormHasWhatTheReceptionWroteDown() {
        Matter matter = received("周某", "13800000312");
        Wording form = papers.preview(matter, PaperKind.REGISTRATION);
        assertThat(form.text())
                .contains("周某", "138 0000 0312", "门前的路坏了", "把路修好", "照片（路面塌陷）；身份证 |", "初访", matter.number())
                .doesNotContain("【请填写");
        assertThat(papers.of(matter.id())).isEmpty();
        assertThat(form.text()).as("what nobody has said is written by hand").contains("| 住址或单位 |  |");

        identities.save(matter.id(), new Identities.Typed(null, "11010519491231002X", "东柳村 | 3 组", "周某、吴某"));
        assertThat(papers.preview(matter, PaperKind.REGISTRATION).text())
                .contains("女，76 岁", "| **************002X |", "东柳村", "周某、吴某")
                .doesNotContain("11010519491231002X");
    }

    @Test
    void somebodyElsesLaterChangeIsNotOverwrittenUnseen() {
        Paper draft = written(received("周某", "13800000313"), PaperKind.ANSWER);
        clock.forward(Duration.ofMinutes(1));
        Instant seen = draft.writing().editedAt();
        papers.edit(draft.id(), new Wording("标题", "先写的"), seen, responsible);
        clock.forward(Duration.ofMinutes(1));
        assertThatThrownBy(() -> papers.edit(draft.id(), new Wording("标题", "后写的"), seen, responsible))
                .isInstanceOf(PaperRefusal.class);
        assertThat(papers.get(draft.id()).wording().text()).isEqualTo("先写的");
    }

    @Test
    @Tag("P2")
    void everythingWrittenInPapersGoesWithThePetitioner() {
        String name = Traces.own("欧阳");
        String receiver = Traces.own("令狐");
        Matter matter = received(name, "13800000314");
        Paper answer = signed(matter, PaperKind.ANSWER);
        deliveries.deliver(
                answer.id(), Delivery.How.IN_PERSON, clock.instant(), receiver, "邻居", receiver + "代收", responsible);
        Paper draft = written(matter, PaperKind.EXTENSION);
        signing.handIn(draft.id(), responsible);
        signing.sendBack(draft.id(), name + "的诉求没写清", leader);
        assertThat(TextColumns.thatHold(db, name))
                .contains("rotadesk.paper.title", "rotadesk.paper.text", "rotadesk.paper.remarks");
        assertThat(TextColumns.thatHold(db, receiver))
                .contains("rotadesk.paper.receiver", "rotadesk.paper.delivery_note");

        closing.close(matter.id(), responsible);
        matters.erasePetitioner(matter.id(), leader);

        assertThat(TextColumns.thatHold(db, name)).isEmpty();
        assertThat(TextColumns.thatHold(db, receiver)).isEmpty();
        Paper left = papers.get(answer.id());
        assertThat(left.isErased()).isTrue();
        assertThat(left.number()).as("that there was a paper stays").isEqualTo("东柳访答〔2026〕1号");
        assertThatThrownBy(() -> papers.make(matter.id(), PaperKind.ANSWER, null, responsible))
                .isInstanceOf(NotTheirPaperException.class);
        assertThatThrownBy(() -> signing.correct(answer.id(), responsible)).isInstanceOf(NotTheirPaperException.class);
    }

    @Test
    @Tag("P2")
    void nobodyIsToFinishThePapersOfAPetitionerWhoIsErased() {
        Matter matter = received("欧阳某", "13800000316");
        Paper undelivered = signed(matter, PaperKind.ANSWER);
        written(matter, PaperKind.ACCEPTANCE);
        Paper toSign = signing.handIn(written(matter, PaperKind.ANSWER).id(), responsible);
        assertThat(toSign.state()).isEqualTo(PaperState.HANDED_IN);
        assertThat(notices.unread(leader)).hasSize(1);
        closing.close(matter.id(), responsible);
        assertThat(papers.open(office.id(), null, 10)).hasSize(3);

        matters.erasePetitioner(matter.id(), leader);

        assertThat(papers.open(office.id(), null, 10)).isEmpty();
        assertThat(papers.of(matter.id()))
                .as("only what has a number stays")
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.id()).isEqualTo(undelivered.id());
                    assertThat(left.isErased()).isTrue();
                });
        assertThat(notices.unread(leader)).isEmpty();
    }

    @Test
    @Tag("P2")
    void anErasedNumberGoesFromPapersAboutOthersToo() {
        Matter matter = received("周某", "13800000315");
        Paper draft = papers.make(matter.id(), PaperKind.ANSWER, null, responsible);
        papers.edit(
                draft.id(),
                new Wording("标题", "请找 139-0001-8003"),
                draft.writing().editedAt(),
                responsible);
        Matter theirs = received("吴某", "13900018003");

        closing.close(theirs.id(), responsible);
        matters.erasePetitioner(theirs.id(), leader);

        assertThat(papers.get(draft.id()).wording().text()).isEqualTo("请找 *");
    }
}
