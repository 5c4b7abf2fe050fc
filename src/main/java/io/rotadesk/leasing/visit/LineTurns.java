package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.visit.ReturningVisits.Receiver;
import io.rotadesk.staff.line.LineWalk;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/** Offers the visitors in line, in their order, to agents who are free (L3.1). */
@Service
class LineTurns implements LineWalk.Line<VisitKey> {

    private final WaitingLine line;
    private final Visits visits;
    private final VisitSteps steps;
    private final Rota rota;
    private final ReturningVisits returningVisits;
    private final VisitProcess process;
    private final LineWalk<VisitKey> walk;

    LineTurns(
            WaitingLine line,
            Visits visits,
            VisitSteps steps,
            Rota rota,
            ReturningVisits returningVisits,
            VisitProcess process,
            PlatformTransactionManager transactions) {
        this.line = line;
        this.visits = visits;
        this.steps = steps;
        this.rota = rota;
        this.returningVisits = returningVisits;
        this.process = process;
        this.walk = new LineWalk<>(this, transactions);
    }

    /** Safe to call at any time, from any thread and node. */
    void serve(String unitId) {
        walk.serve(unitId);
    }

    @Override
    public List<VisitKey> waiting(String unitId) {
        return line.of(unitId).stream().map(Visit::key).toList();
    }

    @Override
    public boolean offer(VisitKey key, Set<VisitKey> passed) {
        return visits.holdInLine(key)
                .flatMap(visit -> receiver(visit).map(receiver -> called(visit, receiver, passed)))
                .orElse(true);
    }

    private Optional<Receiver> receiver(Visit visit) {
        return visit.inLine().queue() == Queue.HELPER
                ? returningVisits.askToComeInLine(visit)
                : steps.offerInLine(visit).map(agent -> new Receiver(agent, false));
    }

    private boolean called(Visit visit, Receiver receiver, Set<VisitKey> passed) {
        // The same team serves visitors and helps: an agent who takes turns could receive any of the visitors before.
        boolean overtakes = !isTheirs(visit, receiver.login())
                && line.before(visit).stream()
                        .anyMatch(other -> !passed.contains(other.key())
                                && !rota.hasMissed(other.key().contact(), receiver.login()));
        if (!overtakes) {
            process.turnCame(visit.key(), receiver.login(), receiver.byHelper());
        }
        return !overtakes;
    }

    /** The agent who had this visitor before gets them again, without using anybody's turn. */
    private static boolean isTheirs(Visit visit, String login) {
        return Stream.of(
                        visit.said().owner(),
                        visit.known().priorAgent(),
                        visit.known().receivedTodayBy())
                .anyMatch(login::equals);
    }
}
