package io.rotadesk.petition.matter;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.petition.matter.MatterReceptions.Earlier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A town of its own for each test: a centre and two villages. */
@RotaDeskTest
abstract class MatterScene {

    private static final AtomicInteger tickets = new AtomicInteger();

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterPlans plans;

    @Autowired
    Extensions extensions;

    @Autowired
    MatterDeadlines deadlines;

    @Autowired
    MatterClosing closing;

    @Autowired
    Transfers transfers;

    @Autowired
    MatterTimeline timeline;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    ReceptionPoint centre;
    ReceptionPoint village;
    ReceptionPoint otherVillage;

    @BeforeEach
    void newTown() {
        clock.set(TestClock.MONDAY_NINE);
        centre = founder.found(null, 2);
        village = founder.found(centre.id(), 2);
        otherVillage = founder.found(centre.id(), 2);
    }

    Matter registered(ReceptionPoint at, String name, String phone) {
        return matters.begin(new NewMatter(
                at.id(),
                new TicketId("ticket-" + tickets.incrementAndGet()),
                at.staff().get(0),
                name,
                phone,
                false,
                1,
                "道路",
                null,
                "town"));
    }

    ReceptionRecord record(String name, String phone, String earlierMatter, boolean same) {
        return record(name, phone, earlierMatter, same, "road");
    }

    ReceptionRecord record(String name, String phone, String earlierMatter, boolean same, String category) {
        return new ReceptionRecord(
                name,
                phone,
                false,
                1,
                "门前的路坏了",
                List.of(new Material("照片", "路面塌陷")),
                category,
                "修路",
                earlierMatter,
                same,
                "town",
                "ordinary");
    }

    /** Somebody of the unit has received a petitioner with a matter of its own. */
    Matter received(ReceptionPoint at, String name, String phone) {
        Matter matter = registered(at, name, phone);
        receptions.record(matter.id(), record(name, phone, null, false));
        Earlier earlier = receptions.received(matter.id(), at.staff().get(0), false);
        assert earlier == Earlier.NONE;
        return matters.get(matter.id());
    }

    Matter planned(ReceptionPoint at, LocalDate day) {
        Matter matter = received(at, "周某", "13800000101");
        plans.set(
                matter.id(),
                "派人查看",
                day,
                "inPerson",
                clock.instant(),
                at.staff().get(0));
        return matters.get(matter.id());
    }

    List<TimelineKind> steps(Matter matter) {
        return timeline.of(matter.id()).stream().map(TimelineEntry::kind).toList();
    }

    /** The time at which a deadline with this last day passes, in China. */
    static Instant endOf(String day) {
        return LocalDate.parse(day)
                .atTime(23, 59, 59)
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}
