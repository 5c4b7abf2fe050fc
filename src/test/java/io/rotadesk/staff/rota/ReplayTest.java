package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RotaDeskTest
class ReplayTest extends RotaScenario {

    private static final List<TurnReason> BACK =
            List.of(TurnReason.OTHERS_CUSTOMER, TurnReason.MARKET_SURVEY, TurnReason.NOT_LEASING, TurnReason.AWAY);

    private record Busy(Contact contact, String login) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void busyDayDecidedAgainGivesTheSameAssignments(long seed) {
        Random dice = new Random(seed);
        List<Busy> busy = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            clock.forward(Duration.ofSeconds(20));
            Contact call = call();
            switch (dice.nextInt(10)) {
                case 0 -> presence.away(anybody(dice), "");
                case 1, 2 -> presence.present(anybody(dice));
                case 3 ->
                    busy.add(new Busy(
                            call,
                            rota.logged(unit.id(), Queue.CALL, call, anybody(dice))
                                    .login()));
                default ->
                    rota.offer(unit.id(), Queue.CALL, call)
                            .turn()
                            .ifPresent(turn -> busy.add(new Busy(call, turn.login())));
            }
            while (!busy.isEmpty() && dice.nextInt(5) > 1) {
                settle(busy.remove(dice.nextInt(busy.size())), dice);
            }
            if (i == 80) {
                days.overrideOrder(
                        unit.id(),
                        MONDAY,
                        Queue.CALL,
                        List.of(unit.login("b4"), unit.login("a3"), unit.login("a1"), unit.login("b2")));
            }
        }
        ReplayedDay replayed = ledger.replay(unit.id(), Queue.CALL, MONDAY);
        assertThat(replayed.replayed()).containsExactlyElementsOf(replayed.recorded());
        assertThat(replayed.recorded()).hasSizeGreaterThan(80);
        assertThat(replayed.recorded()).anyMatch(ReplayedDay.Assignment::madeUp);
        assertThat(ledger.day(unit.id(), Queue.CALL, MONDAY))
                .extracting(LedgerEntry::kind)
                .contains(LedgerEntry.Kind.values());
    }

    @Test
    void wrongAssignmentIsFound() {
        offerAndFinish(3);
        jdbc.sql("""
                        insert into turn_ledger (decision, unit_id, queue, day, version, kind, cause, login,
                                                 contact_kind, contact_id, at)
                        select nextval('turn_decision'), unit_id, queue, day, version, kind, cause, login,
                               contact_kind, 'out of order', at
                        from turn_ledger where unit_id = ? and kind = 'OFFERED' order by id limit 1
                        """).param(unit.id()).update();
        assertThat(ledger.replay(unit.id(), Queue.CALL, MONDAY).same()).isFalse();
    }

    @Test
    void dayWithoutContactsHasNothingToReplay() {
        ReplayedDay replayed = ledger.replay(unit.id(), Queue.VISIT, MONDAY);
        assertThat(replayed.same()).isTrue();
        assertThat(replayed.recorded()).isEmpty();
    }

    private void settle(Busy one, Random dice) {
        switch (dice.nextInt(6)) {
            case 0 -> rota.missed(one.contact(), one.login(), TurnReason.NO_ANSWER);
            case 1 -> rota.missed(one.contact(), one.login(), TurnReason.HUNG_UP_EARLY);
            case 2 -> rota.restored(one.contact(), one.login(), BACK.get(dice.nextInt(BACK.size())));
            default -> rota.taken(one.contact(), one.login());
        }
        rota.finished(one.contact(), one.login());
    }

    private String anybody(Random dice) {
        return unit.login((dice.nextInt(8) == 0 ? "b" : "a") + (1 + dice.nextInt(4)));
    }
}
