package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.duty.DayOrders;
import io.rotadesk.staff.roster.RosterError;
import io.rotadesk.staff.roster.RosterLoad;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.TurnReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rota of a petition reception point. */
@RotaDeskTest
class ReceptionRotaTest extends RotaScenario {

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Agents agents;

    @Autowired
    DayOrders orders;

    ReceptionPoint point;

    @BeforeEach
    void aReceptionPoint() {
        point = founder.found(null, 3);
    }

    @Test
    @Tag("P1")
    @Tag("P3")
    void petitionersGoRoundTheStaffInTheSetOrderAndNotToTheLeaders() {
        List<String> offered = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Contact matter = Contact.ticket(id());
            offered.add(offer(matter));
            rota.finished(matter, offered.get(i));
        }
        assertThat(offered).containsExactly(staff(1), staff(2), staff(3), staff(1), staff(2), staff(3), staff(1));
        assertThat(ledger.replay(point.id(), Queue.PETITION, MONDAY).same()).isTrue();
    }

    @Test
    @Tag("P3")
    void busyAndAwayStaffArePassedOverAndOnlyTheBusyAreOwedATurn() {
        Contact first = Contact.ticket(id());
        assertThat(offer(first)).isEqualTo(staff(1));
        presence.away(staff(2), "");
        assertThat(offer(Contact.ticket(id()))).isEqualTo(staff(3));
        Offer nobody = rota.offer(point.id(), Queue.PETITION, Contact.ticket(id()));
        assertThat(nobody.nobody()).contains(TurnReason.NOBODY_FREE);
        assertThat(nobody.passedOver()).contains(new PassedOver(staff(1), TurnReason.SERVING));
        rota.finished(first);
        presence.present(staff(2));
        assertThat(offer(Contact.ticket(id()))).isEqualTo(staff(1));
    }

    @Test
    @Tag("P3")
    void sixteenWindowsAtOnceFollowTheOrderStrictly() throws Exception {
        point = founder.found(null, 5);
        int windows = 16;
        int each = 5;
        CyclicBarrier start = new CyclicBarrier(windows);
        var threads = Executors.newFixedThreadPool(windows);
        try {
            Callable<Void> work = () -> {
                start.await(30, TimeUnit.SECONDS);
                for (int i = 0; i < each; i++) {
                    transaction.executeWithoutResult(status -> {
                        Contact matter = Contact.ticket(id());
                        rota.finished(matter, offer(matter));
                    });
                }
                return null;
            };
            for (Future<Void> done : threads.invokeAll(java.util.Collections.nCopies(windows, work))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        List<String> offered = ledger.day(point.id(), Queue.PETITION, MONDAY).stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.OFFERED)
                .map(LedgerEntry::login)
                .toList();
        assertThat(offered).hasSize(windows * each);
        for (int i = 0; i < offered.size(); i++) {
            assertThat(offered.get(i)).isEqualTo(staff(i % 5 + 1));
        }
        assertThat(ledger.replay(point.id(), Queue.PETITION, MONDAY).same()).isTrue();
    }

    @Test
    @Tag("P1")
    void aUnitHasTheQueuesOfItsKindAndNoOthers() {
        assertThat(days.today(point.id()).order()).containsOnlyKeys(Queue.PETITION);
        assertThat(days.today(point.id()).callTeam()).isNull();
        assertThat(rota.today(point.id()).queues()).containsOnlyKeys(Queue.PETITION);
        assertThat(days.today(unit.id()).order()).containsOnlyKeys(Queue.CALL, Queue.VISIT, Queue.HELPER);
        refused("queue", () -> rota.offer(point.id(), Queue.CALL, call()));
        refused("queue", () -> rota.offer(unit.id(), Queue.PETITION, Contact.ticket(id())));
        refused("queue", () -> orders.set(point.id(), MONDAY, Queue.VISIT, List.of()));
        refused("callTeam", () -> days.overrideRoles(point.id(), MONDAY, "B"));
    }

    @Test
    @Tag("P3")
    void theLeaderSetsTheOrderOfADayAndMayStandInIt() {
        orders.set(point.id(), MONDAY, Queue.PETITION, List.of(staff(3), point.leader(), staff(1)));
        assertThat(offer(Contact.ticket(id()))).isEqualTo(staff(3));
        assertThat(offer(Contact.ticket(id()))).isEqualTo(point.leader());
        assertThat(offer(Contact.ticket(id()))).isEqualTo(staff(1));
    }

    @Test
    @Tag("P1")
    void itsRosterHasNoTeams() {
        assertThat(agents.get(staff(2)).team()).isNull();
        assertThat(agents.get(staff(2)).place()).isEqualTo(2);
        RosterLoad team = roster.load(
                point.id(), "login,name,team\n" + staff(1) + ",甲,-\n" + staff(2) + ",乙,B\n", Locale.ENGLISH);
        assertThat(team.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.column()).isEqualTo("team");
            assertThat(error.reason()).contains("no teams");
        });
        RosterLoad places = roster.load(
                point.id(), "login,name,place\n" + staff(1) + ",甲,2\n" + point.leader() + ",负责人,2\n", Locale.ENGLISH);
        assertThat(places.errors())
                .extracting(RosterError::reason)
                .singleElement()
                .asString()
                .contains("place 2 has two people", staff(1), staff(2));
        RosterLoad swapped = roster.load(
                point.id(), "login,name,place\n" + staff(1) + ",甲,2\n" + staff(2) + ",乙,1\n", Locale.ENGLISH);
        assertThat(swapped.accepted()).isTrue();
        assertThat(offer(Contact.ticket(id()))).isEqualTo(staff(2));
    }

    private void refused(String field, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RosterRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private String staff(int place) {
        return point.staff().get(place - 1);
    }

    @Override
    protected String offer(Contact matter) {
        return rota.offer(point.id(), Queue.PETITION, matter)
                .turn()
                .orElseThrow()
                .login();
    }
}
