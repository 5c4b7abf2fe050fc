package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.Statements;
import io.rotadesk.TableReads;
import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.duty.OpenPages;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Turns go to people who have a page open. */
@RotaDeskTest
@RecordApplicationEvents
class OpenPagesTest extends RotaScenario {

    private static final UnitSettings FOR_EVERYTHING =
            UnitSettings.defaults().with("turnsNeedPage", List.of("CALL", "VISIT"));

    @Autowired
    OpenPages pages;

    @Autowired
    ApplicationEvents events;

    @Override
    protected UnitSettings settings() {
        return FOR_EVERYTHING;
    }

    @Test
    void somebodyWhoHasNotLoggedInTodayIsPassedOverForThatReason() {
        open("a2");
        Contact call = call();
        assertThat(offer(call)).isEqualTo("a2");
        assertThat(rota.explain(call))
                .filteredOn(entry -> entry.kind() == Kind.SKIPPED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.login()).isEqualTo(unit.login("a1"));
                    assertThat(entry.reason()).isEqualTo(TurnReason.NOT_LOGGED_IN);
                    assertThat(entry.owed()).isFalse();
                });
        assertThat(seatOf("a1", Queue.CALL).unavailable()).isEqualTo(TurnReason.NOT_LOGGED_IN);
        assertThat(seatOf("b1", Queue.HELPER).unavailable()).isEqualTo(TurnReason.NOT_LOGGED_IN);
    }

    @Test
    void nobodyIsHere() {
        Offer offer = rota.offer(unit.id(), Queue.CALL, call());
        assertThat(offer.nobody()).contains(TurnReason.NOBODY_FREE);
        assertThat(offer.passedOver()).extracting(PassedOver::reason).containsOnly(TurnReason.NOT_LOGGED_IN);
    }

    @Test
    void onlyTenMinutesWithoutAPageMakeSomebodyAbsent() {
        open("a1");
        Instant closed = clock.instant();
        clock.forward(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
        clock.forward(Duration.ofSeconds(1));
        DutyBoard.Seat seat = seatOf("a1", Queue.CALL);
        assertThat(seat.unavailable()).isEqualTo(TurnReason.NO_PAGE);
        assertThat(seat.pageClosedAt()).isEqualTo(closed);
        open("a1");
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
    }

    @Test
    void theTimeIsASettingOfTheUnit() {
        openUnit(2, FOR_EVERYTHING.with("absentWithoutPage", 60));
        open("a1");
        clock.forward(Duration.ofMinutes(59));
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
        clock.forward(Duration.ofMinutes(1));
        assertThat(seatOf("a1", Queue.CALL).free()).isFalse();
    }

    @Test
    void somebodyWhoLogsOutAndInAgainIsTold() {
        open("a1");
        clock.forward(Duration.ofSeconds(40));
        pages.loggedOut(unit.login("a1"));
        assertThat(seatOf("a1", Queue.CALL).free()).isFalse();
        clock.forward(Duration.ofSeconds(40));
        events.clear();

        open("a1");

        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
        assertThat(events.stream(DutyChanged.class)).contains(DutyChanged.of(unit.login("a1")));
    }

    /** They have logged out on one node, and have a page of another session open on another. */
    @Test
    void somebodyWhoLogsOutOfOneOfTwoSessionsIsTold() {
        open("a1");
        clock.forward(Duration.ofSeconds(40));
        pages.loggedOut(unit.login("a1"));
        events.clear();

        stillOpen("a1");
        pages.tellChanges();

        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
        assertThat(events.stream(DutyChanged.class)).contains(DutyChanged.of(unit.login("a1")));
    }

    @Test
    void somebodyWithAPageOpenStaysHere() {
        open("a1");
        for (int minute = 0; minute < 60; minute++) {
            clock.forward(OpenPages.BEAT);
            stillOpen("a1");
        }
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
    }

    @Test
    void aQueueThatNeedsNoPageGoesOnByTelephone() {
        openUnit(2, UnitSettings.defaults().with("turnsNeedPage", List.of("VISIT")));
        assertThat(offerAndFinish(2)).containsExactly("a1", "a2");
        assertThat(seatOf("b1", Queue.VISIT).free()).isFalse();
        assertThat(rota.isFree(unit.login("b1"), Queue.CALL)).isTrue();
        assertThat(rota.isFree(unit.login("b1"), Queue.VISIT)).isFalse();
    }

    @Test
    void aCallInHandIsNotTakenFromAnybody() {
        open("a1");
        Contact call = call();
        assertThat(offer(call)).isEqualTo("a1");
        rota.taken(call, unit.login("a1"));
        clock.forward(Duration.ofHours(1));
        pages.tellChanges();
        assertThat(seatOf("a1", Queue.CALL).unavailable()).isEqualTo(TurnReason.SERVING);
        assertThat(seatOf("a1", Queue.CALL).pageClosedAt()).isNull();
        rota.finished(call, unit.login("a1"));
        assertThat(seatOf("a1", Queue.CALL).unavailable()).isEqualTo(TurnReason.NO_PAGE);
    }

    @Test
    void awayAndLeaveKeepTheirReason() {
        presence.away(unit.login("a1"), "开会");
        presence.leave(unit.login("a2"), MONDAY, MONDAY, "");
        assertThat(seatOf("a1", Queue.CALL).unavailable()).isEqualTo(TurnReason.AWAY);
        assertThat(seatOf("a2", Queue.CALL).unavailable()).isEqualTo(TurnReason.ON_LEAVE);
        open("a1");
        assertThat(seatOf("a1", Queue.CALL).unavailable())
                .as("whoever has said that they are away says when they are back")
                .isEqualTo(TurnReason.AWAY);
    }

    @Test
    void ownCustomersGoToSomebodyElseToo() {
        assertThat(rota.offerTo(unit.id(), Queue.CALL, call(), unit.login("a1"), TurnCause.OWN_CUSTOMER))
                .isEmpty();
        open("a1");
        assertThat(rota.offerTo(unit.id(), Queue.CALL, call(), unit.login("a1"), TurnCause.OWN_CUSTOMER))
                .isPresent();
    }

    @Test
    void turnsThatPassAreMadeUpWhereThoseOfAwayAre() {
        openUnit(2, FOR_EVERYTHING.with("madeUp", List.of("AWAY")));
        open("a2");
        assertThat(offerAndFinish(1)).containsExactly("a2");
        assertThat(seatOf("a1", Queue.CALL).owed()).isTrue();
        open("a1");
        assertThat(offerAndFinish(2)).containsExactly("a1", "a1");
        assertThat(ledger.replay(unit.id(), Queue.CALL, MONDAY).same()).isTrue();
    }

    @Test
    void aDayOfComingAndGoingIsReplayedExactly() {
        for (int i = 0; i < 40; i++) {
            if (i % 3 == 0) {
                open("a" + (1 + i % 4));
            }
            clock.forward(Duration.ofMinutes(7));
            rota.offer(unit.id(), Queue.CALL, call()).turn().ifPresent(turn -> rota.finished(turn.contact()));
        }
        ReplayedDay day = ledger.replay(unit.id(), Queue.CALL, MONDAY);
        assertThat(day.replayed()).containsExactlyElementsOf(day.recorded()).hasSize(40);
        assertThat(ledger.day(unit.id(), Queue.CALL, MONDAY))
                .extracting(LedgerEntry::reason)
                .contains(TurnReason.NO_PAGE, TurnReason.NOT_LOGGED_IN);
    }

    /** The unit is eight hours ahead of the clock's zone: its midnight is 16:00 there. */
    @Test
    void aPageThatWasLeftOpenOvernightIsNoSignOfAnybody() {
        clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        open("a1");
        clock.set(Instant.parse("2026-03-03T00:30:00Z"));
        stillOpen("a1");
        assertThat(rota.isFree(unit.login("a1"), Queue.CALL)).isFalse();
        assertThat(seatOf("a1", Queue.VISIT).unavailable()).isEqualTo(TurnReason.NOT_LOGGED_IN);
        open("a1");
        assertThat(rota.isFree(unit.login("a1"), Queue.CALL)).isTrue();
    }

    @Test
    void anAgentWhoWorksOverMidnightStaysHere() {
        clock.set(Instant.parse("2026-03-02T15:58:00Z"));
        open("b1");
        clock.set(Instant.parse("2026-03-02T16:05:00Z"));
        stillOpen("b1");
        assertThat(days.date(unit.id())).isEqualTo(MONDAY.plusDays(1));
        assertThat(offer(call())).as("the next day's team").isEqualTo("b1");
    }

    @Test
    void anAgentWhoClosedThePageYesterdayHasNotLoggedInToday() {
        open("b1");
        nextDay();
        assertThat(seatOf("b1", Queue.CALL).unavailable()).isEqualTo(TurnReason.NOT_LOGGED_IN);
    }

    @Test
    void boardsAndWaitingLinesAreToldOnceEachTime() {
        DutyChanged told = DutyChanged.of(unit.login("a1"));
        open("a1");
        assertThat(events.stream(DutyChanged.class).filter(told::equals)).hasSize(1);
        clock.forward(Duration.ofMinutes(1));
        open("a1");
        pages.tellChanges();
        assertThat(events.stream(DutyChanged.class).filter(told::equals)).hasSize(1);
        clock.forward(Duration.ofMinutes(10));
        pages.tellChanges();
        pages.tellChanges();
        assertThat(events.stream(DutyChanged.class).filter(told::equals)).hasSize(2);
        open("a1");
        assertThat(events.stream(DutyChanged.class).filter(told::equals)).hasSize(3);
    }

    @Test
    void aPageThatConnectsAgainAfterARestartIsEnough() {
        open("a1");
        clock.forward(Duration.ofMinutes(30));
        assertThat(seatOf("a1", Queue.CALL).free()).isFalse();
        events.clear();
        pages.reconnected(unit.login("a1"));
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
        assertThat(events.stream(DutyChanged.class)).contains(DutyChanged.of(unit.login("a1")));
    }

    @Test
    void somebodyWhoGoesFromPageToPageIsNotWrittenAgainAndAgain() {
        open("a1");
        long versions = version("a1");
        for (int i = 0; i < 29; i++) {
            clock.forward(Duration.ofSeconds(1));
            open("a1");
            stillOpen("a1");
        }
        assertThat(version("a1")).isEqualTo(versions);
        clock.forward(Duration.ofSeconds(1));
        open("a1");
        assertThat(version("a1")).isNotEqualTo(versions);
    }

    @Test
    void nobodyIsKeptWhoIsOnNoRoster() {
        pages.opened("stranger");
        pages.stillOpen(Set.of("stranger"));
        assertThat(jdbc.sql("select count(*) from page_seen where login = 'stranger'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anOfferCostsAsManyStatementsAsByTelephone() {
        List<String> needed = statementsOfAnOffer(4, FOR_EVERYTHING);
        assertThat(needed)
                .isEqualTo(statementsOfAnOffer(4, UnitSettings.defaults().with("turnsNeedPage", List.of())))
                .isEqualTo(statementsOfAnOffer(20, FOR_EVERYTHING))
                .isNotEmpty();
    }

    private List<String> statementsOfAnOffer(int size, UnitSettings settings) {
        openUnit(size, settings);
        open("a" + size);
        offerAndFinish(1);
        // Units are kept until the news of a change comes, which may be now: this one was just made.
        return Statements.during(() -> offer(call())).stream()
                .filter(sql -> !sql.contains("from unit where id = ?"))
                .toList();
    }

    /** The decision reads the rows of these people and of nobody else, whoever else there is. */
    @Test
    void anOfferReadsNoMoreForIt() {
        jdbc.sql("""
                        insert into page_seen (login, seen_at, acted_at, here)
                        select 'somebody-' || n, now(), now(), true from generate_series(1, 5000) n on conflict do nothing
                        """).update();
        jdbc.sql("analyze page_seen").update();
        try {
            transaction.executeWithoutResult(status -> {
                TableReads reads = TableReads.during(jdbc, () -> rota.isFree(unit.login("a1"), Queue.CALL));
                assertThat(reads.scanned()).doesNotContainKey("page_seen");
            });
        } finally {
            jdbc.sql("delete from page_seen where login like 'somebody-%'").update();
        }
    }

    private void open(String seat) {
        pages.opened(unit.login(seat));
    }

    private void stillOpen(String seat) {
        pages.stillOpen(List.of(unit.login(seat)));
    }

    private long version(String seat) {
        Map<String, Object> row = jdbc.sql("select xmin::text::bigint as version from page_seen where login = ?")
                .param(unit.login(seat))
                .query()
                .singleRow();
        return ((Number) row.get("version")).longValue();
    }
}
