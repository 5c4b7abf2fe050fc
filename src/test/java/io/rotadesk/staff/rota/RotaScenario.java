package io.rotadesk.staff.rota;

import io.rotadesk.TestClock;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
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
public abstract class RotaScenario {

    protected static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    protected DutyDays days;

    @Autowired
    protected Rota rota;

    @Autowired
    protected Units units;

    @Autowired
    protected Roster roster;

    @Autowired
    protected Presence presence;

    @Autowired
    protected TurnLedger ledger;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestClock clock;

    protected TwoTeams unit;

    @BeforeEach
    protected void aMondayMorning() {
        clock.set(TestClock.MONDAY_NINE);
        unit = TwoTeams.of(4, units, roster, settings());
    }

    protected UnitSettings settings() {
        return UnitSettings.defaults();
    }

    protected void nextDay() {
        clock.forward(Duration.ofDays(1));
    }

    protected List<String> offerAndFinish(int times) {
        List<String> seats = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Contact call = call();
            seats.add(offer(call));
            rota.finished(call, unit.login(seats.get(i)));
        }
        return seats;
    }

    protected String offer(Contact call) {
        return seat(rota.offer(unit.id(), Queue.CALL, call));
    }

    protected String seat(Offer offer) {
        return unit.seat(offer.turn().orElseThrow().login());
    }

    protected static Contact call() {
        return Contact.call(id());
    }

    protected static String id() {
        return UUID.randomUUID().toString();
    }

    protected void openUnit(int size, UnitSettings settings) {
        unit = TwoTeams.of(size, units, roster, settings);
    }

    protected DutyBoard.Seat seatOf(String seat, Queue queue) {
        return rota.today(unit.id()).queues().get(queue).order().stream()
                .filter(one -> one.agent().login().equals(unit.login(seat)))
                .findFirst()
                .orElseThrow();
    }
}
