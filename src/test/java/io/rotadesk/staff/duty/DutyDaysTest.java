package io.rotadesk.staff.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.Offer;
import io.rotadesk.staff.rota.RotaScenario;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@RotaDeskTest
class DutyDaysTest extends RotaScenario {

    @Test
    @Tag("L1.1")
    void rolesSwapEveryDay() {
        assertThat(days.ahead(unit.id()))
                .hasSize(DutyDays.AHEAD + 1)
                .extracting(DutyDay::callTeam)
                .startsWith("A", "B", "A", "B")
                .endsWith("A");
        DutyDay tuesday = days.on(unit.id(), MONDAY.plusDays(1));
        assertThat(seats(tuesday, Queue.CALL)).containsExactly("b1", "b2", "b3", "b4");
        assertThat(seats(tuesday, Queue.VISIT)).containsExactly("a1", "a2", "a3", "a4");
        assertThat(tuesday.visitTeam()).isEqualTo("A");
    }

    @Test
    @Tag("L1.1")
    void rolesGoOnSwappingInTheDaysThatAreMadeLater() {
        clock.forward(Duration.ofDays(10));
        assertThat(days.today(unit.id()).callTeam()).isEqualTo("A");
        clock.forward(Duration.ofDays(51));
        assertThat(days.today(unit.id()).callTeam()).isEqualTo("B");
        assertThat(days.on(unit.id(), MONDAY).callTeam()).isEqualTo("A");
    }

    @Test
    @Tag("L1.1")
    void closedDaysDoNotSwap() {
        days.close(unit.id(), MONDAY.plusDays(1), "清明节");
        assertThat(callTeams(4)).containsExactly("A", "-", "B", "A");
        days.open(unit.id(), MONDAY.plusDays(1), "照常上班");
        assertThat(callTeams(4)).containsExactly("A", "B", "A", "B");
    }

    @Test
    @Tag("L1.1")
    void closedWeekdaysDoNotSwapAndAWorkingSundayDoes() {
        openUnit(2, UnitSettings.of(Map.of("closedWeekdays", List.of("SATURDAY", "SUNDAY"))));
        assertThat(callTeams(8)).containsExactly("A", "B", "A", "B", "A", "-", "-", "B");
        days.open(unit.id(), MONDAY.plusDays(6), "调休");
        assertThat(callTeams(8)).containsExactly("A", "B", "A", "B", "A", "-", "B", "A");
    }

    @Test
    void nobodyIsOnDutyOnAClosedDay() {
        days.close(unit.id(), MONDAY, "");
        Offer offer = rota.offer(unit.id(), Queue.CALL, call());
        assertThat(offer.turn()).isEmpty();
        assertThat(offer.nobody()).contains(TurnReason.CLOSED);
        days.open(unit.id(), MONDAY, "");
        assertThat(offer(call())).isEqualTo("a1");
        days.close(unit.id(), MONDAY, "停电");
        assertThat(rota.offer(unit.id(), Queue.CALL, call()).nobody()).contains(TurnReason.CLOSED);
        assertThat(days.today(unit.id()).order().get(Queue.CALL)).isEmpty();
    }

    @Test
    @Tag("L1.1")
    void managerGivesADayToTheOtherTeamAndTheDaysAfterStayAsTheyWere() {
        days.overrideRoles(unit.id(), MONDAY.plusDays(1), "A");
        assertThat(callTeams(4)).containsExactly("A", "A", "A", "B");
        assertThat(days.on(unit.id(), MONDAY.plusDays(1)).overridden()).isTrue();
        roster.load(unit.id(), "login,name\n" + unit.login("b9") + ",新人\n");
        assertThat(callTeams(4)).containsExactly("A", "A", "A", "B");
        days.asPlanned(unit.id(), MONDAY.plusDays(1));
        assertThat(callTeams(4)).containsExactly("A", "B", "A", "B");
    }

    @Test
    @Tag("L1.1")
    void managerSwapsTheRolesInTheMiddleOfADay() {
        offerAndFinish(2);
        days.overrideRoles(unit.id(), MONDAY, "B");
        assertThat(offerAndFinish(2)).containsExactly("b1", "b2");
        assertThat(seats(days.today(unit.id()), Queue.VISIT)).containsExactly("a1", "a2", "a3", "a4");
        assertThat(ledger.replay(unit.id(), Queue.CALL, MONDAY).same()).isTrue();
    }

    @Test
    void managerChangesTheOrderInTheMiddleOfADay() {
        offerAndFinish(2);
        days.overrideOrder(unit.id(), MONDAY, Queue.CALL, logins("a4", "b1", "a3", "a1"));
        assertThat(offerAndFinish(4)).containsExactly("a3", "a1", "a4", "b1");
        assertThat(ledger.replay(unit.id(), Queue.CALL, MONDAY).same()).isTrue();
    }

    @Test
    void orderOfSomebodyUnknownOrNamedTwiceIsRefused() {
        assertThatThrownBy(() -> days.overrideOrder(unit.id(), MONDAY, Queue.CALL, List.of("stranger")))
                .isInstanceOfSatisfying(RosterRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("order");
                    assertThat(refusal.reason(Locale.ENGLISH)).contains("stranger");
                });
        assertThatThrownBy(() -> days.overrideOrder(unit.id(), MONDAY, Queue.CALL, logins("a1", "a1")))
                .isInstanceOf(RosterRefusal.class);
        assertThatThrownBy(() -> days.overrideRoles(unit.id(), MONDAY, "C")).isInstanceOf(RosterRefusal.class);
        assertThatThrownBy(() -> days.close(unit.id(), MONDAY.minusDays(1), "")).isInstanceOf(RosterRefusal.class);
        assertThatThrownBy(() -> days.on(unit.id(), MONDAY.plusDays(15))).isInstanceOf(RosterRefusal.class);
    }

    @Test
    void todaysOrderStandsOnceItHasBegunWhateverHappensToTheRoster() {
        offerAndFinish(1);
        roster.load(
                unit.id(), "login,name,team,place\n" + unit.login("a9") + ",新人,A,9\n" + unit.login("a2") + ",甲2,A,8\n");
        assertThat(offerAndFinish(4)).containsExactly("a2", "a3", "a4", "a1");
        assertThat(seats(days.on(unit.id(), MONDAY.plusDays(2)), Queue.CALL))
                .containsExactly("a1", "a3", "a4", "a2", "a9");
    }

    @Test
    void rosterLoadedBeforeTheFirstContactCountsToday() {
        roster.load(unit.id(), "login,name,team,place\n" + unit.login("a1") + ",甲1,A,8\n");
        assertThat(offerAndFinish(4)).containsExactly("a2", "a3", "a4", "a1");
    }

    @Test
    @Tag("L1.2")
    void restartBeginsEachDayWithTheFirst() {
        assertThat(beginnings(UnitSettings.defaults())).containsExactly("a1", "a1", "a1");
    }

    @Test
    @Tag("L1.2")
    void carryOverGoesOnAfterTheLastOneServedOfTheTeam() {
        assertThat(beginnings(UnitSettings.defaults().with("dayStart", "carry-over")))
                .containsExactly("a1", "a3", "a1");
    }

    @Test
    @Tag("L1.2")
    void shiftBeginsOneFurtherEachDayAlsoAfterADayWithoutContacts() {
        UnitSettings shift = UnitSettings.defaults().with("dayStart", "shift");
        assertThat(beginnings(shift)).containsExactly("a1", "a2", "a3");
        openUnit(4, shift);
        days.today(unit.id());
        clock.forward(Duration.ofDays(4));
        assertThat(offerAndFinish(1)).containsExactly("a3");
    }

    @Test
    void dayChangesAtMidnightOfTheUnit() {
        clock.set(Instant.parse("2026-03-02T15:59:59Z"));
        assertThat(days.today(unit.id()).date()).isEqualTo(MONDAY);
        assertThat(offer(call())).isEqualTo("a1");
        clock.forward(Duration.ofSeconds(1));
        assertThat(days.today(unit.id()).date()).isEqualTo(MONDAY.plusDays(1));
        assertThat(offer(call())).isEqualTo("b1");
    }

    @Test
    void boardShowsTheDay() {
        Contact call = call();
        offer(call);
        presence.leave(unit.login("a2"), MONDAY, MONDAY, "");
        DutyBoard board = rota.today(unit.id());
        assertThat(board.date()).isEqualTo(MONDAY);
        assertThat(board.callTeam()).isEqualTo("A");
        DutyBoard.QueueBoard calls = board.queues().get(Queue.CALL);
        assertThat(calls.next()).isEqualTo(unit.login("a3"));
        assertThat(calls.order()).extracting(DutyBoard.Seat::free).containsExactly(false, false, true, true);
        assertThat(calls.order().get(0).serving()).isEqualTo(call);
        assertThat(calls.order().get(1).unavailable()).isEqualTo(TurnReason.ON_LEAVE);
        // Looking does not begin the day of a queue.
        assertThat(board.queues().get(Queue.VISIT).next()).isEqualTo(unit.login("b1"));
        assertThat(jdbc.sql("select count(*) from rota_state where unit_id = ?")
                        .param(unit.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /**
     * The agents with whom team A begins on Monday, Wednesday and Friday, with six calls on Monday and two on each day
     * after it.
     */
    private List<String> beginnings(UnitSettings settings) {
        clock.set(TestClock.MONDAY_NINE);
        openUnit(4, settings);
        List<String> first = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            List<String> turns = offerAndFinish(day == 0 ? 6 : 2);
            if (day % 2 == 0) {
                first.add(turns.get(0));
            }
            nextDay();
        }
        return first;
    }

    private List<String> callTeams(int count) {
        return days.ahead(unit.id()).stream()
                .limit(count)
                .map(day -> day.closed() ? "-" : day.callTeam())
                .toList();
    }

    private List<String> seats(DutyDay day, Queue queue) {
        return day.order().get(queue).stream()
                .map(agent -> unit.seat(agent.login()))
                .toList();
    }

    private List<String> logins(String... seats) {
        return List.of(seats).stream().map(unit::login).toList();
    }
}
