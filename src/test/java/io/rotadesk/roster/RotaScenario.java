package io.rotadesk.roster;

import io.rotadesk.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A Monday morning in a department with two teams of four; team A answers calls, team B receives. */
abstract class RotaScenario {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    DutyDays days;

    @Autowired
    Rota rota;

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    Presence presence;

    @Autowired
    TurnLedger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Department unit;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.MONDAY_NINE);
        unit = Department.of(4, units, roster, settings());
    }

    UnitSettings settings() {
        return UnitSettings.defaults();
    }

    void nextDay() {
        clock.forward(Duration.ofDays(1));
    }

    List<String> offerAndFinish(int times) {
        List<String> seats = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Contact call = call();
            seats.add(offer(call));
            rota.finished(call, unit.login(seats.get(i)));
        }
        return seats;
    }

    String offer(Contact call) {
        return seat(rota.offer(unit.id(), Queue.CALL, call));
    }

    String seat(Offer offer) {
        return unit.seat(offer.turn().orElseThrow().login());
    }

    static Contact call() {
        return Contact.call(id());
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    void openUnit(int size, UnitSettings settings) {
        unit = Department.of(size, units, roster, settings);
    }

    DutyBoard.Seat seatOf(String seat, Queue queue) {
        return rota.today(unit.id()).queues().get(queue).order().stream()
                .filter(one -> one.agent().login().equals(unit.login(seat)))
                .findFirst()
                .orElseThrow();
    }
}
