package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** An agent who did not greet a visitor in time is asked again: nobody waits beside somebody who is free (L3.1). */
@Tag("L3.1")
class NobodyWaitsBesideSomebodyFreeTest extends VisitScenario {

    private static final Duration GREET_TIME = Duration.ofMinutes(3);
    private static final Duration COME_TIME = Duration.ofMinutes(5);

    @Autowired
    Notices notices;

    @Autowired
    @Qualifier("longWaits")
    Mending waits;

    @Test
    void fiveVisitorsWhomNobodyGreetsAreAllOfferedAgainAndAgain() {
        List<VisitKey> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(comes("1380000001" + i));
            clock.forward(Duration.ofSeconds(1));
        }
        for (int time = 0; time < 5; time++) {
            List<VisitKey> ringing = inState(all, VisitState.OFFERED);
            assertThat(ringing).as("all three agents are on the way").hasSize(3);
            clock.forward(GREET_TIME);
            for (VisitKey key : ringing) {
                fire(instance(key), VisitReception.Event.GREET_TIMEOUT);
                allThreeAreOnTheWay(all);
            }
        }
        assertThat(all).allSatisfy(key -> assertThat(offers(key)).isGreaterThanOrEqualTo(2));
        assertThat(ledger.replay(
                                department.id(),
                                Queue.VISIT,
                                visit(all.get(0))
                                        .at()
                                        .atZone(ZoneId.of("Asia/Shanghai"))
                                        .toLocalDate())
                        .same())
                .isTrue();
    }

    @Test
    void theOnlyAgentWhoIsFreeIsAskedAgainAndTheLedgerTellsWhy() {
        List.of(second(), third()).forEach(agent -> presence.away(agent, "开会"));
        VisitKey key = comes(VISITOR);
        timerFires(key, VisitReception.Event.GREET_TIMEOUT, GREET_TIME);
        soon(key, VisitState.OFFERED);
        taskAt(key, VisitReception.Task.GREET_VISITOR, first());
        assertThat(rota.explain(key.contact()))
                .filteredOn(entry -> entry.kind() == Kind.NOBODY)
                .extracting(LedgerEntry::reason)
                .containsExactly(TurnReason.ALL_MISSED);
        clock.forward(Duration.ofMinutes(7));
        waits.mend();
        assertThat(notices.unread(department.manager()))
                .as("the manager hears of it although it rings again and again")
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.VISITOR_WAITING));
        clock.forward(Duration.ofMinutes(-7));
        assertThat(visit(key).waitingSince()).as("since they came").isEqualTo(in(GREET_TIME.negated()));
        greetsNew(key, first());
        assertThat(notices.unread(department.manager())).isEmpty();
    }

    /** The helper who says no is not asked again for the time that the unit gives for coming (L3.2d). */
    @Test
    @Tag("L3.2d")
    void theOnlyHelperWhoIsFreeSaysNoAndTheManagerHears() {
        String owner = department.callTeam().get(0);
        List.of(owner, second(), third()).forEach(agent -> presence.away(agent, "开会"));
        customerOf(owner, ContactKind.VISIT, Duration.ofDays(2));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR, first()), "taking", "no");

        managerHears();
        assertThat(visit(key).state()).as("is not asked again at once").isEqualTo(VisitState.WAITING);
        assertThat(rota.explain(key.contact()))
                .extracting(LedgerEntry::kind, LedgerEntry::reason)
                .contains(tuple(Kind.MISSED, TurnReason.CANNOT_COME), tuple(Kind.NOBODY, TurnReason.ALL_MISSED))
                .doesNotContain(tuple(Kind.MISSED, TurnReason.NOT_IN_TIME));

        clock.forward(COME_TIME);
        somethingChanges();
        soon(key, VisitState.OFFERED);
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR, first()), "taking", "yes");
        assertThat(notices.unread(department.manager())).isEmpty();
    }

    /** A colleague who becomes free in that time is asked, although they have missed the visitor as often. */
    @Test
    @Tag("L3.2d")
    void aColleagueWhoDidNotComeInTimeIsAskedBeforeTheOneWhoSaidNo() {
        String owner = department.callTeam().get(0);
        List.of(owner, third()).forEach(agent -> presence.away(agent, "开会"));
        customerOf(owner, ContactKind.VISIT, Duration.ofDays(2));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);
        String helper = taskAt(key, VisitReception.Task.RECEIVE_VISITOR).getAssignee();
        timerFires(key, VisitReception.Event.COME_TIMEOUT, COME_TIME);
        String other = helper.equals(first()) ? second() : first();
        complete(taskAt(key, VisitReception.Task.RECEIVE_VISITOR, other), "taking", "no");
        soon(key, VisitState.OFFERED);
        taskAt(key, VisitReception.Task.RECEIVE_VISITOR, helper);
    }

    private void managerHears() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notices.unread(department.manager()))
                        .extracting(Notice::kind)
                        .containsExactly(NoticeKind.VISITOR_WAITING));
    }

    /** The line is looked at after each change of who is here, and by a sweep. */
    private void somethingChanges() {
        presence.away(second(), "还在开会");
    }

    @Test
    void anAgentWhoHasNotMissedTheVisitorComesFirst() {
        isBusy(third());
        VisitKey key = comes(VISITOR);
        timerFires(key, VisitReception.Event.GREET_TIMEOUT, GREET_TIME);
        taskAt(key, VisitReception.Task.GREET_VISITOR, second());
        timerFires(key, VisitReception.Event.GREET_TIMEOUT, GREET_TIME);
        soon(key, VisitState.OFFERED);
        taskAt(key, VisitReception.Task.GREET_VISITOR, first());
        isFreeAgain(third());
        timerFires(key, VisitReception.Event.GREET_TIMEOUT, GREET_TIME);
        taskAt(key, VisitReception.Task.GREET_VISITOR, third());
    }

    @Test
    void anAgentWhoDidNotGreetTheFirstInLineGoesToTheNext() {
        List.of(second(), third()).forEach(agent -> presence.away(agent, "开会"));
        VisitKey one = comes("13800000021");
        clock.forward(Duration.ofSeconds(1));
        VisitKey two = comes("13800000022");
        fire(instance(one), VisitReception.Event.GREET_TIMEOUT);
        soon(two, VisitState.OFFERED);
        assertThat(visit(one).state()).isEqualTo(VisitState.WAITING);
        fire(instance(two), VisitReception.Event.GREET_TIMEOUT);
        soon(one, VisitState.OFFERED);
        assertThat(visit(two).state()).isEqualTo(VisitState.WAITING);
    }

    private void allThreeAreOnTheWay(List<VisitKey> all) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> inState(all, VisitState.OFFERED).size() == 3);
    }

    private List<VisitKey> inState(List<VisitKey> all, VisitState state) {
        return all.stream().filter(key -> visit(key).state() == state).toList();
    }

    private long offers(VisitKey key) {
        return ledger.of(key.contact()).stream()
                .filter(entry -> entry.kind() == Kind.OFFERED || entry.kind() == Kind.MADE_UP)
                .count();
    }
}
