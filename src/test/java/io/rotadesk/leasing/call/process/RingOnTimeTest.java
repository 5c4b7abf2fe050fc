package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.Pace;
import io.rotadesk.RealTimeTest;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.TurnLedger;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealTimeTest
class RingOnTimeTest {

    private static final Duration THREE_RINGS = Duration.ofSeconds(3);
    private static final Duration LATEST = Duration.ofSeconds(1);

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    IncomingCalls desk;

    @Autowired
    Calls register;

    @Autowired
    TurnLedger ledger;

    @Autowired
    JdbcClient database;

    /** An idle engine looks for jobs less and less often, unless it is configured otherwise. */
    @Test
    @Tag("L2.1")
    void everyRingMovesOnWithinASecondOfItsTimeAlsoAfterIdling() {
        LeasingDepartment department = founder.found(UnitSettings.defaults().with("ringTime", "1s"));
        CallKey key = new CallKey(department.id(), "on-time");
        Awaitility.await().pollDelay(Duration.ofSeconds(6)).until(() -> true);

        Call call;
        Duration slow;
        try (Pace pace = new Pace(database)) {
            desk.receive(key, "13800000001", null);
            call = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> register.get(key), entry -> entry.state() == CallState.UNASSIGNED);
            slow = pace.worst();
        }
        desk.event(key, CallEvent.HUNG_UP, null, null);

        List<Instant> offers = at(key, LedgerEntry.Kind.OFFERED);
        List<Instant> misses = at(key, LedgerEntry.Kind.MISSED);
        assertThat(offers)
                .as("everyone in the team had it")
                .hasSize(department.callTeam().size());
        assertThat(misses).hasSameSizeAs(offers);
        for (int i = 0; i < offers.size(); i++) {
            assertThat(Duration.between(offers.get(i), misses.get(i)))
                    .as("ring " + (i + 1))
                    .isBetween(THREE_RINGS, THREE_RINGS.plus(LATEST).plus(slow));
        }
        assertThat(call.ringing().missedAgent()).isEqualTo(department.callTeam().get(2));
    }

    private List<Instant> at(CallKey key, LedgerEntry.Kind kind) {
        return ledger.of(key.contact()).stream()
                .filter(entry -> entry.kind() == kind)
                .map(LedgerEntry::at)
                .toList();
    }
}
