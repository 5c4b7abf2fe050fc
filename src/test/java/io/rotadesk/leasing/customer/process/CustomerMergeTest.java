package io.rotadesk.leasing.customer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.AgentHistory;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.ClaimReason;
import io.rotadesk.leasing.customer.ContactHistory;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerMerge;
import io.rotadesk.leasing.customer.CustomerMerge.Result;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.FollowUp.Outcome;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.leasing.customer.MergedRecord;
import io.rotadesk.leasing.customer.PastContact;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records that turned out to be one person are merged. */
@RotaDeskTest
@Tag("L3.2e")
class CustomerMergeTest {

    private static final AtomicInteger numbers = new AtomicInteger(1000);

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    Customers customers;

    @Autowired
    CustomerMerge merge;

    @Autowired
    AgentHistory history;

    @Autowired
    FollowUps followUps;

    @Autowired
    IncomingCalls calls;

    @Autowired
    Calls register;

    @Autowired
    List<ContactHistory> registers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient db;

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

    @Test
    void bothHistoriesAreKeptAndOneRecordRemains() {
        Customer one = added("田先生", first, ContactKind.CALL);
        Customer other = added("田总", first, ContactKind.VISIT);
        CallKey ofOne = called(one);
        CallKey ofOther = called(other);
        db.sql("""
                        insert into visit_register
                            (unit_id, visit_id, source, state, announced_at, greeted_at, purpose, customer_id)
                        values (?, 'merge-visit', 'API', 'REGISTERED', now(), now(), 'viewing', ?)
                        """).params(department.id(), other.id()).update();
        clock.forward(Duration.ofHours(1));

        assertThat(merge(one, other, null)).isEqualTo(Result.MERGED);

        Customer remains = now(one);
        assertThat(remains.name()).isEqualTo("田先生");
        assertThat(customers.phones(one.id())).hasSize(2);
        assertThat(remains.validUntil()).isEqualTo(other.validUntil());
        assertThat(remains.lastContactKind()).isEqualTo(ContactKind.VISIT);
        assertThat(customers.find(other.id())).contains(remains);
        assertThat(register.get(ofOther).caller().customerId()).isEqualTo(one.id());
        assertThat(registers.stream().flatMap(r -> r.of(one.id(), null, 10).stream()))
                .extracting(PastContact::id)
                .containsExactlyInAnyOrder(ofOne.toString(), ofOther.toString(), department.id() + ":merge-visit");
        assertThat(history.of(one.id(), clock.instant()))
                .extracting(AgentPeriod::agent, AgentPeriod::ended, AgentPeriod::mergedFrom)
                .containsExactly(tuple(first, null, null), tuple(first, ClaimReason.MERGED, other.id()));
        assertThat(merge.merged(one.id()))
                .containsExactly(new MergedRecord(other.id(), "田总", first, department.manager(), clock.instant()));
        assertThat(customers.byPhone(department.id(), customers.phones(one.id()).get(0)))
                .containsExactly(remains);
    }

    @Test
    void theMergeMustSayWhichOfTwoAgentsKeepsTheCustomer() {
        Customer one = added("田先生", first, ContactKind.CALL);
        Customer other = added("田总", second, ContactKind.CALL);

        assertThat(merge(one, other, null)).isEqualTo(Result.AGENT_NEEDED);
        assertThat(merge(one, other, department.callTeam().get(2))).isEqualTo(Result.AGENT_NEEDED);
        assertThat(now(other)).isEqualTo(other);

        clock.forward(Duration.ofDays(1));
        assertThat(merge(one, other, second)).isEqualTo(Result.MERGED);

        assertThat(now(one).agent()).isEqualTo(second);
        assertThat(history.of(one.id(), clock.instant()))
                .extracting(AgentPeriod::agent, AgentPeriod::until, AgentPeriod::ended, AgentPeriod::mergedFrom)
                .containsExactly(
                        tuple(first, clock.instant(), ClaimReason.MERGED, null), tuple(second, null, null, other.id()));
    }

    @Test
    void anAgentWhoseClaimHadLapsedKeepsTheCustomerFromTheMergeOn() {
        Customer lapsed = added("田先生", first, ContactKind.CALL);
        clock.forward(Duration.ofDays(10));
        Customer valid = added("田总", second, ContactKind.CALL);

        assertThat(merge(valid, lapsed, first)).isEqualTo(Result.MERGED);

        assertThat(history.of(valid.id(), clock.instant()))
                .extracting(AgentPeriod::agent, AgentPeriod::began, AgentPeriod::until, AgentPeriod::ended)
                .containsExactly(
                        tuple(first, ClaimReason.FIRST_CALL, lapsed.validUntil(), ClaimReason.LAPSED),
                        tuple(second, ClaimReason.FIRST_CALL, clock.instant(), ClaimReason.MERGED),
                        tuple(first, ClaimReason.MERGED, null, null));
        assertThat(now(valid).isValid(clock.instant())).isTrue();
    }

    @Test
    void aRecordWithoutAnAgentTakesTheOthers() {
        Customer nobodys = added("田先生", null, ContactKind.CALL);
        Customer other = added(null, first, ContactKind.CALL);

        assertThat(merge(nobodys, other, null)).isEqualTo(Result.MERGED);

        assertThat(now(nobodys).agent()).isEqualTo(first);
        assertThat(history.of(nobodys.id(), clock.instant()))
                .singleElement()
                .satisfies(period -> assertThat(period.until()).isNull());
    }

    @Test
    void aSharedNumberIsOneNumberAfterwards() {
        Customer one = added("田先生", first, ContactKind.CALL);
        Customer other = added("田总", first, ContactKind.CALL);
        String shared = customers.phones(other.id()).get(0);
        customers.addPhone(one.id(), department.id(), shared);

        customers.addExtension(one.id(), shared, "801");
        customers.addExtension(other.id(), shared, "802");
        merge(one, other, null);

        assertThat(customers.phones(one.id())).hasSize(2);
        assertThat(customers.numbers(one.id()))
                .contains(shared + "-801", shared + "-802")
                .hasSize(3);
        assertThat(customers.byPhone(department.id(), shared)).hasSize(1);
    }

    @Test
    void followUpsOfBothEndAndTheCustomerIsFollowedUpOnceIfDue() {
        Customer one = added("田先生", first, ContactKind.CALL);
        Customer other = added("田总", second, ContactKind.CALL);
        clock.forward(Duration.ofDays(6));
        assertThat(followUps.startDue(department.id())).isEqualTo(2);

        merge(one, other, second);

        assertThat(followUps.of(one.id())).extracting(FollowUp::outcome).containsOnly(Outcome.MERGED);
        assertThat(followUps.of(one.id())).hasSize(2);
        assertThat(open()).isZero();
        assertThat(followUps.startDue(department.id())).isEqualTo(1);
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void eventsOfAMergedRecordHappenToTheOneThatRemains() {
        Customer one = added("田先生", first, ContactKind.CALL);
        Customer other = added("田总", first, ContactKind.CALL);
        Customer third = added("田老板", first, ContactKind.CALL);
        merge(other, third, null);
        merge(one, other, null);
        clock.forward(Duration.ofDays(2));

        customers.contacted(department.id(), third.id(), null, first, ContactKind.CALL, clock.instant());
        customers.addPhone(third.id(), department.id(), "+8613500001111");

        assertThat(now(one).lastContactAt()).isEqualTo(clock.instant());
        assertThat(customers.phones(one.id())).contains("+8613500001111").hasSize(4);
        assertThat(merge.merged(one.id())).extracting(MergedRecord::id).containsExactly(other.id(), third.id());
        assertThatThrownBy(() -> merge(one, third, null)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void erasingTheOneThatRemainsErasesWhatBecamePartOfIt() {
        Customer one = added("田先生", first, ContactKind.CALL);
        Customer other = added("西门田雨", first, ContactKind.CALL);
        CallKey call = called(other);
        merge(one, other, null);

        customers.erase(department.id(), one.id());

        assertThat(db.sql("select count(*) from customer where unit_id = ?")
                        .param(department.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(register.get(call).caller().phone()).isNull();
    }

    @Test
    void recordsOfOtherUnitsAndTheSameRecordAreNotMerged() {
        Customer one = added("田先生", first, ContactKind.CALL);
        LeasingDepartment elsewhere = founder.found();
        Customer foreign =
                customers.add(elsewhere.id(), "田总", "+8613500002222", null, ContactKind.CALL, clock.instant());

        assertThat(merge(one, one, null)).isEqualTo(Result.SAME);
        assertThatThrownBy(() -> merge(one, foreign, null)).isInstanceOf(NoSuchElementException.class);
        assertThat(now(foreign)).isEqualTo(foreign);
    }

    @Test
    void twoWhoMergeTheSameTwoAtOnceMergeThemOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 10; i++) {
                Customer one = added("田先生", first, ContactKind.CALL);
                Customer other = added("田总", first, ContactKind.CALL);
                int merged = 0;
                List<Callable<Result>> both = List.of(() -> merge(one, other, null), () -> merge(other, one, null));
                for (var result : threads.invokeAll(both)) {
                    try {
                        merged += result.get() == Result.MERGED ? 1 : 0;
                    } catch (java.util.concurrent.ExecutionException late) {
                        assertThat(late).hasCauseInstanceOf(NoSuchElementException.class);
                    }
                }
                assertThat(merged).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Result merge(Customer into, Customer from, String agent) {
        return merge.merge(department.id(), into.id(), from.id(), agent, department.manager());
    }

    private Customer added(String name, String agent, ContactKind kind) {
        return customers.add(
                department.id(), name, "+861340000" + numbers.incrementAndGet(), agent, kind, clock.instant());
    }

    private CallKey called(Customer customer) {
        CallKey key = new CallKey(department.id(), "merge-" + numbers.incrementAndGet());
        calls.receive(key, customers.phones(customer.id()).get(0), null);
        return key;
    }

    private Customer now(Customer customer) {
        return customers.find(customer.id()).orElseThrow();
    }

    private long open() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(CustomerFollowUp.PROCESS)
                .variableValueEquals("unitId", department.id())
                .count();
    }
}
