package io.rotadesk.leasing.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.Statements;
import io.rotadesk.TestClock;
import io.rotadesk.engine.models.Decisions;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer's agent, the validity of the claim, and the history. */
@RotaDeskTest
@Tag("L3.2e")
class CustomerLifeTest {

    private static final AtomicInteger numbers = new AtomicInteger(1000);

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    Customers customers;

    @Autowired
    AgentHistory history;

    @Autowired
    FollowUps followUps;

    @Autowired
    DecisionService decisions;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    LeasingDepartment department;
    String first;
    String second;

    @BeforeEach
    void newDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        first = department.callTeam().get(0);
        second = department.callTeam().get(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Europe/Berlin", "+05:30", "Pacific/Apia"})
    void theDecisionAndTheEndOfValidityAgreeToTheSecond(String zone) {
        department = founder.found(UnitSettings.defaults().with("zone", zone));
        // Around the nights in which clocks change, and around midnight anywhere.
        for (Instant at = Instant.parse("2026-03-05T00:00:00Z");
                at.isBefore(Instant.parse("2026-03-31T00:00:00Z"));
                at = at.plus(Duration.ofMinutes(617))) {
            for (ContactKind kind : ContactKind.values()) {
                Customer customer = added(first, kind, at);
                Instant end = customer.validUntil();
                assertThat(end.atZone(ZoneId.of(zone)).toLocalTime().toSecondOfDay())
                        .as("midnight in %s", zone)
                        .isZero();
                for (Instant arrival : List.of(end.minusSeconds(1), end, end.minus(Duration.ofHours(20)))) {
                    assertThat(status(customer, arrival))
                            .as("%s at %s, arriving at %s", kind, at, arrival)
                            .isEqualTo(customer.isValid(arrival) ? "ACTIVE" : "LAPSED");
                }
                assertThat(customer.isValid(end.minusSeconds(1))).isTrue();
                assertThat(customer.isValid(end)).isFalse();
            }
        }
    }

    @Test
    void aCallNeverShortensWhatAVisitGave() {
        Customer visited = added(first, ContactKind.VISIT, clock.instant());
        Instant end = visited.validUntil();

        contact(visited, null, ContactKind.CALL, Duration.ofDays(3));

        Customer customer = now(visited);
        assertThat(customer.validUntil()).isEqualTo(end);
        assertThat(customer.lastContactKind()).isEqualTo(ContactKind.VISIT);
        Instant tenth = TestClock.MONDAY_NINE.plus(Duration.ofDays(12));
        assertThat(status(customer, tenth)).isEqualTo("ACTIVE");

        contact(visited, null, ContactKind.CALL, Duration.ofDays(10));

        assertThat(now(visited).lastContactKind()).isEqualTo(ContactKind.CALL);
        assertThat(now(visited).validUntil()).isEqualTo(end.plus(Duration.ofDays(2)));
    }

    @Test
    void aVisitReachesFurtherThanTheCallBefore() {
        Customer called = added(first, ContactKind.CALL, clock.instant());

        contact(called, null, ContactKind.VISIT, Duration.ofHours(2));

        assertThat(now(called).lastContactKind()).isEqualTo(ContactKind.VISIT);
        assertThat(Duration.between(called.validUntil(), now(called).validUntil()))
                .isEqualTo(Duration.ofDays(8));
    }

    @Test
    void aContactThatIsWrittenDownLateChangesNothingLater() {
        Customer customer = added(first, ContactKind.CALL, clock.instant());

        contact(customer, null, ContactKind.CALL, Duration.ofDays(-2));

        assertThat(now(customer)).isEqualTo(customer);
    }

    @Test
    void aClaimAfterTheEndClosesTheEarlierAgentsPeriodAtTheEnd() {
        Customer customer = added(first, ContactKind.CALL, clock.instant());
        Instant end = customer.validUntil();

        contact(customer, second, ContactKind.VISIT, Duration.ofDays(10));

        Instant claimed = TestClock.MONDAY_NINE.plus(Duration.ofDays(10));
        assertThat(periods(customer))
                .containsExactly(
                        tuple(first, TestClock.MONDAY_NINE, ClaimReason.FIRST_CALL, end, ClaimReason.LAPSED),
                        tuple(second, claimed, ClaimReason.LAPSED_CLAIM, null, null));
        assertThat(now(customer).agent()).isEqualTo(second);
    }

    @Test
    void theSameAgentGetsASecondPeriod() {
        Customer customer = added(first, ContactKind.VISIT, clock.instant());

        contact(customer, first, ContactKind.CALL, Duration.ofDays(20));

        assertThat(periods(customer))
                .extracting(period -> period.toList().get(2))
                .containsExactly(ClaimReason.FIRST_VISIT, ClaimReason.LAPSED_CLAIM);
    }

    @Test
    void aContactThatNobodyClaimsDoesNotBringALapsedClaimBack() {
        Customer customer = added(first, ContactKind.CALL, clock.instant());

        contact(customer, null, ContactKind.CALL, Duration.ofDays(9));

        assertThat(now(customer)).isEqualTo(customer);
        assertThat(status(now(customer), TestClock.MONDAY_NINE.plus(Duration.ofDays(9))))
                .isEqualTo("LAPSED");
    }

    @Test
    void acquaintanceWithoutAnAgentBecomesTheFirstAgentsCustomer() {
        Customer customer = added(null, ContactKind.CALL, clock.instant());
        assertThat(periods(customer)).isEmpty();

        contact(customer, second, ContactKind.VISIT, Duration.ofDays(1));

        assertThat(periods(customer))
                .containsExactly(tuple(
                        second, TestClock.MONDAY_NINE.plus(Duration.ofDays(1)), ClaimReason.FIRST_VISIT, null, null));
    }

    @Test
    void aCustomerIsHandedOverWithinValidity() {
        Customer customer = added(first, ContactKind.CALL, clock.instant());
        clock.forward(Duration.ofDays(1));

        customers.handOver(department.id(), customer.id(), second, ClaimReason.DISPUTE);

        assertThat(periods(customer))
                .containsExactly(
                        tuple(
                                first,
                                TestClock.MONDAY_NINE,
                                ClaimReason.FIRST_CALL,
                                clock.instant(),
                                ClaimReason.DISPUTE),
                        tuple(second, clock.instant(), ClaimReason.DISPUTE, null, null));
        assertThat(now(customer).validUntil()).isEqualTo(customer.validUntil());
    }

    @Test
    void anEndThatWasNotRecordedIsReportedAllTheSameAndRecordedTheNextMorning() {
        Customer customer = added(first, ContactKind.CALL, clock.instant());
        clock.set(customer.validUntil());
        Tuple told =
                tuple(first, TestClock.MONDAY_NINE, ClaimReason.FIRST_CALL, customer.validUntil(), ClaimReason.LAPSED);
        assertThat(periods(customer)).containsExactly(told);

        clock.forward(Duration.ofHours(8));
        followUps.startDue(department.id());

        clock.set(TestClock.MONDAY_NINE);
        assertThat(periods(customer)).as("it is written down now").containsExactly(told);
    }

    @Test
    void aChangedSettingMovesTheEndForAll() {
        Customer customer = added(first, ContactKind.CALL, clock.instant());
        Customer visited = added(first, ContactKind.VISIT, clock.instant());
        clock.set(customer.validUntil());
        followUps.startDue(department.id());

        set("callValidityDays", 12);

        assertThat(now(customer).validUntil()).isEqualTo(customer.validUntil().plus(Duration.ofDays(5)));
        assertThat(now(visited).validUntil()).isEqualTo(visited.validUntil());
        assertThat(periods(customer))
                .as("it had not ended")
                .extracting(p -> p.toList().get(3))
                .containsOnlyNulls();
        assertThat(status(now(customer), clock.instant())).isEqualTo("ACTIVE");

        set("callValidityDays", 3);

        assertThat(status(now(customer), clock.instant())).isEqualTo("LAPSED");
        assertThat(now(customer).isValid(clock.instant())).isFalse();
    }

    @Test
    void aChangeOfSomethingElseReadsNoCustomers() {
        Customer customer = added(first, ContactKind.CALL, clock.instant());

        assertThat(Statements.during(() -> set("rings", 4))).noneMatch(sql -> sql.contains("from customer"));
        assertThat(Statements.during(() -> set("callValidityDays", 12)))
                .filteredOn(sql -> sql.contains("from customer"))
                .isNotEmpty();
        assertThat(now(customer).validUntil()).isAfter(customer.validUntil());
    }

    private void set(String key, Object value) {
        Unit unit = units.get(department.id());
        units.save(new Unit(
                unit.id(),
                unit.name(),
                unit.projectName(),
                unit.parentId(),
                unit.managers(),
                unit.deputies(),
                unit.settings().with(key, value)));
    }

    private Customer added(String agent, ContactKind kind, Instant at) {
        return customers.add(department.id(), "罗女士", "+861360000" + numbers.incrementAndGet(), agent, kind, at);
    }

    private void contact(Customer customer, String agent, ContactKind kind, Duration later) {
        customers.contacted(department.id(), customer.id(), null, agent, kind, TestClock.MONDAY_NINE.plus(later));
    }

    private Customer now(Customer customer) {
        return customers.find(customer.id()).orElseThrow();
    }

    private List<Tuple> periods(Customer customer) {
        return history.of(customer.id(), clock.instant()).stream()
                .map(p -> tuple(p.agent(), p.since(), p.began(), p.until(), p.ended()))
                .toList();
    }

    /** Asks as the call and the visit do when somebody arrives. */
    private String status(Customer customer, Instant arrival) {
        UnitSettings settings = units.get(customer.unitId()).settings();
        return decisions
                .evaluateDecisionByKey(Decisions.CUSTOMER_STATUS)
                .variables(Variables.createVariables()
                        .putValue("owner", customer.agent())
                        .putValue("ownerKnownBy", "phone")
                        .putValue(
                                "lastContactKind",
                                customer.lastContactKind().name().toLowerCase(Locale.ROOT))
                        .putValue(
                                "daysSinceContact",
                                ChronoUnit.DAYS.between(
                                        customer.lastContactAt()
                                                .atZone(settings.zone())
                                                .toLocalDate(),
                                        arrival.atZone(settings.zone()).toLocalDate()))
                        .putValue("callValidityDays", (long)
                                settings.get(CustomerSettings.class).callValidityDays())
                        .putValue("visitValidityDays", (long)
                                settings.get(CustomerSettings.class).visitValidityDays()))
                .evaluate()
                .getSingleEntry();
    }
}
