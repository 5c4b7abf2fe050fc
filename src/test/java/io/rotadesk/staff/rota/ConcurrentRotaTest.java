package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RotaDeskTest
class ConcurrentRotaTest extends RotaScenario {

    /** Fewer than the connections of the pool, so that nobody waits for one. */
    private static final int THREADS = 24;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void offersOfOneInstantFollowTheOrderStrictly() throws Exception {
        openUnit(5, UnitSettings.defaults());
        int each = 10;
        List<Callable<Object>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            work.add(() -> {
                for (int i = 0; i < each; i++) {
                    transaction.executeWithoutResult(status -> {
                        Contact call = call();
                        Turn turn =
                                rota.offer(unit.id(), Queue.CALL, call).turn().orElseThrow();
                        rota.finished(call, turn.login());
                    });
                }
                return null;
            });
        }
        together(work);
        List<String> offered = offered(Queue.CALL);
        assertThat(offered).hasSize(THREADS * each);
        for (int i = 0; i < offered.size(); i++) {
            assertThat(offered.get(i)).isEqualTo("a" + (i % 5 + 1));
        }
        assertThat(ledger.replay(unit.id(), Queue.CALL, MONDAY).same()).isTrue();
    }

    @Test
    void nobodyIsOfferedTwoCallsAtOnce() throws Exception {
        openUnit(20, UnitSettings.defaults());
        List<Callable<Offer>> work = IntStream.range(0, THREADS)
                .<Callable<Offer>>mapToObj(nr -> () -> rota.offer(unit.id(), Queue.CALL, call()))
                .toList();
        List<String> logins = together(work).stream()
                .flatMap(offer -> offer.turn().stream())
                .map(Turn::login)
                .toList();
        assertThat(logins).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void twoQueuesNeverPickTheSameAgent() throws Exception {
        for (int round = 0; round < 10; round++) {
            openUnit(4, UnitSettings.defaults());
            List<Callable<Offer>> work = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                work.add(() -> rota.offer(unit.id(), Queue.VISIT, Contact.visit(id())));
                work.add(() -> rota.offer(unit.id(), Queue.HELPER, Contact.visit(id())));
            }
            List<String> logins = together(work).stream()
                    .flatMap(offer -> offer.turn().stream())
                    .map(Turn::login)
                    .toList();
            assertThat(logins).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void queueThatLosesTheRaceGoesOnToTheNextAgent() throws Exception {
        CountDownLatch offered = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Future<?> visit = threads.submit(() -> transaction.executeWithoutResult(status -> {
            assertThat(seat(rota.offer(unit.id(), Queue.VISIT, Contact.visit(id()))))
                    .isEqualTo("b1");
            offered.countDown();
            await(asked);
        }));
        await(offered);
        Future<Offer> helper = threads.submit(() -> rota.offer(unit.id(), Queue.HELPER, Contact.visit(id())));
        waitUntilSomebodyWaitsForALock();
        asked.countDown();
        visit.get(60, TimeUnit.SECONDS);
        assertThat(seat(helper.get(60, TimeUnit.SECONDS))).isEqualTo("b2");
    }

    @Test
    void queueWhoseRivalFailsPicksTheAgentAfterAll() throws Exception {
        CountDownLatch offered = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Future<?> visit = threads.submit(() -> transaction.executeWithoutResult(status -> {
            rota.offer(unit.id(), Queue.VISIT, Contact.visit(id()));
            offered.countDown();
            await(asked);
            status.setRollbackOnly();
        }));
        await(offered);
        Future<Offer> helper = threads.submit(() -> rota.offer(unit.id(), Queue.HELPER, Contact.visit(id())));
        waitUntilSomebodyWaitsForALock();
        asked.countDown();
        visit.get(60, TimeUnit.SECONDS);
        assertThat(seat(helper.get(60, TimeUnit.SECONDS))).isEqualTo("b1");
    }

    @Test
    void latePickUpAndEndOfTheRingDoNotBothHappen() throws Exception {
        for (int round = 0; round < 20; round++) {
            Contact call = call();
            String login = unit.login(offer(call));
            List<Boolean> answers = together(List.of(() -> rota.taken(call, login), () -> {
                rota.missed(call, login, TurnReason.NO_ANSWER);
                return true;
            }));
            boolean taken = answers.get(0);
            assertThat(rota.explain(call))
                    .extracting(LedgerEntry::kind)
                    .containsExactly(
                            LedgerEntry.Kind.OFFERED, taken ? LedgerEntry.Kind.TAKEN : LedgerEntry.Kind.MISSED);
            assertThat(rota.isFree(login)).isNotEqualTo(taken);
            rota.finished(call, login);
        }
    }

    @Test
    void rosterThatChangesWithTheFirstContactIsEitherInTodaysOrderOrNot() throws Exception {
        for (int round = 0; round < 10; round++) {
            openUnit(4, UnitSettings.defaults());
            String secondGoesLast = "login,name,team,place\n" + unit.login("a2") + ",甲2,A,9\n";
            List<Callable<Object>> work = new ArrayList<>();
            work.add(() -> roster.load(unit.id(), secondGoesLast));
            for (int i = 0; i < 4; i++) {
                work.add(() -> rota.offer(unit.id(), Queue.CALL, call()));
            }
            together(work);
            assertThat(offered(Queue.CALL)).isIn(List.of("a1", "a2", "a3", "a4"), List.of("a1", "a3", "a4", "a2"));
            assertThat(ledger.replay(unit.id(), Queue.CALL, MONDAY).same()).isTrue();
        }
    }

    @Test
    void aDayOnWhichCallsComeFourAtATimeStaysFair() throws Exception {
        openUnit(5, UnitSettings.defaults());
        Callable<Object> one = () -> {
            Contact call = call();
            rota.offer(unit.id(), Queue.CALL, call).turn().ifPresent(turn -> {
                rota.taken(call, turn.login());
                rota.finished(call, turn.login());
            });
            return null;
        };
        // All begin each call together, so that no thread falls behind: its agent would be passed over again and again,
        // and is owed one turn at most.
        for (int i = 0; i < 50; i++) {
            together(Collections.nCopies(4, one));
        }
        Map<String, Long> turns =
                offered(Queue.CALL).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        // At most four are busy at a time, so everybody who was passed over got a make-up turn, except for at most one
        // turn.
        assertThat(new HashSet<>(turns.values())).allMatch(count -> Math.abs(count - 40) <= 2);
        assertThat(ledger.replay(unit.id(), Queue.CALL, MONDAY).same()).isTrue();
    }

    private List<String> offered(Queue queue) {
        return ledger.day(unit.id(), queue, MONDAY).stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.OFFERED || entry.kind() == LedgerEntry.Kind.MADE_UP)
                .map(entry -> unit.seat(entry.login()))
                .toList();
    }

    /** All begin at the same instant. */
    private <T> List<T> together(List<Callable<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> one : work) {
            running.add(threads.submit(() -> {
                start.await(60, TimeUnit.SECONDS);
                return one.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    private void waitUntilSomebodyWaitsForALock() throws InterruptedException {
        String waiting = "select exists (select from pg_stat_activity where wait_event_type = 'Lock' "
                + "and datname = current_database())";
        for (int i = 0; i < 6000; i++) {
            if (jdbc.sql(waiting).query(Boolean.class).single()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("nobody waits");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
