package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.visit.ReturningVisits.Receiver;
import io.rotadesk.staff.line.LineWalk;
import io.rotadesk.staff.line.LineWalk.Outcome;
import io.rotadesk.staff.line.PlaceInLine;
import io.rotadesk.staff.rota.Contact;
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
    public Outcome offer(VisitKey key, Set<VisitKey> passed) {
        Optional<Visit> visit = visits.holdInLine(key);
        return visit.flatMap(one -> receiver(one, passed))
                .map(receiver -> called(visit.get(), receiver, passed))
                .orElse(Outcome.NOBODY);
    }

    private Optional<Receiver> receiver(Visit visit, Set<VisitKey> passed) {
        Set<String> elsewhere = place(visit, passed).neededElsewhere();
        return visit.inLine().queue() == Queue.HELPER
                ? returningVisits.askToComeInLine(visit, elsewhere)
                : steps.offerInLine(visit, elsewhere).map(agent -> new Receiver(agent, false));
    }

    private Outcome called(Visit visit, Receiver receiver, Set<VisitKey> passed) {
        boolean overtakes =
                !isTheirs(visit, receiver.login()) && place(visit, passed).overtakes(receiver.login());
        if (overtakes) {
            return Outcome.OVERTAKES;
        }
        process.turnCame(visit.key(), receiver.login(), receiver.byHelper());
        return Outcome.CALLED;
    }

    /** The same team serves visitors and helps: an agent who takes turns could receive any of them. */
    private PlaceInLine place(Visit visit, Set<VisitKey> passed) {
        return PlaceInLine.of(
                visit.key().contact(),
                contacts(line.before(visit), passed),
                contacts(line.of(visit.unitId()), passed),
                rota);
    }

    private static List<Contact> contacts(List<Visit> waiting, Set<VisitKey> passed) {
        return waiting.stream()
                .map(Visit::key)
                .filter(key -> !passed.contains(key))
                .map(VisitKey::contact)
                .toList();
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
