package io.rotadesk.leasing.customer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.TestClock;
import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.ClaimReason;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.FollowUp.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Validity ends, by a timer, and once. */
@Tag("L3.2e")
class EndOfValidityTest extends FollowUpScenario {

    @Test
    void theEndComesByTimerAndIsWrittenDownToTheSecond() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        clock.set(customer.validUntil().plusMillis(400));

        fire(process, CustomerFollowUp.Event.VALIDITY_ENDED);

        assertThat(process)
                .isEnded()
                .hasPassed(CustomerFollowUp.Task.RECORD_LAPSE, CustomerFollowUp.EndEvent.CUSTOMER_LAPSED);
        assertThat(periods(customer))
                .extracting(AgentPeriod::agent, AgentPeriod::until, AgentPeriod::ended)
                .containsExactly(tuple(agent, customer.validUntil(), ClaimReason.LAPSED));
        assertThat(followUps.of(customer.id())).extracting(FollowUp::outcome).containsExactly(Outcome.LAPSED);
        clock.forward(Duration.ofDays(1));
        assertThat(followUps.startDue(department.id())).isZero();
    }

    @Test
    void aTimerThatGoesOffThoughTheEndWasPutOffEndsNothing() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        db.sql("update customer set valid_until = valid_until + interval '3 days' where id = ?")
                .param(customer.id())
                .update();
        clock.set(customer.validUntil());

        fire(process, CustomerFollowUp.Event.VALIDITY_ENDED);

        assertThat(process).isEnded();
        assertThat(periods(customer)).extracting(AgentPeriod::until).containsOnlyNulls();
        assertThat(followUps.of(customer.id())).extracting(FollowUp::outcome).containsExactly(Outcome.POSTPONED);
        assertThat(followUps.startDue(department.id()))
                .as("due with the new end")
                .isZero();
        clock.forward(Duration.ofDays(1));
        assertThat(followUps.startDue(department.id())).isEqualTo(1);
    }

    @Test
    void aContactThatRacesTheEndHasItsEffectOnceWhoeverIsFirst() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 12; i++) {
                clock.set(TestClock.MONDAY_NINE);
                Customer customer = due();
                ProcessInstance process = process(customer);
                String job =
                        timer(process, CustomerFollowUp.Event.VALIDITY_ENDED).getId();
                Instant end = customer.validUntil();
                clock.set(end);
                boolean inTime = i % 2 == 0;
                var start = new CountDownLatch(1);
                var contact = threads.submit(() -> {
                    start.await();
                    // Somebody who called just before the end, or just after.
                    Instant at = inTime ? end.minusSeconds(1) : end;
                    customers.contacted(department.id(), customer.id(), null, agent, ContactKind.CALL, at);
                    return null;
                });
                var timer = threads.submit(() -> {
                    start.await();
                    try {
                        engine.getManagementService().executeJob(job);
                    } catch (RuntimeException contactWasFirst) {
                        // The process ended before, or while, the timer fired: the engine drops the job.
                        assertThat(engine.getManagementService()
                                        .createJobQuery()
                                        .jobId(job)
                                        .count())
                                .isZero();
                    }
                    return null;
                });
                start.countDown();
                contact.get(60, TimeUnit.SECONDS);
                timer.get(60, TimeUnit.SECONDS);

                assertThat(process).isEnded();
                assertThat(now(customer).isValid(end)).isTrue();
                assertThat(followUps.of(customer.id()))
                        .singleElement()
                        .satisfies(done -> assertThat(done.closedAt()).isNotNull());
                assertThat(periods(customer))
                        .extracting(AgentPeriod::ended)
                        .containsExactlyElementsOf(inTime ? Collections.singletonList(null) : endedThenOpen());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theTimersStandBackForTheRing() {
        Customer customer = due();
        CallKey key = new CallKey(department.id(), "priority-" + numbers.incrementAndGet());
        calls.receive(key, null, null);
        Job ring = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key.callId())
                        .singleResult()
                        .getId())
                .singleResult();
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(process(customer).getId())
                        .list())
                .hasSize(2)
                .allSatisfy(timer -> assertThat(timer.getPriority()).isLessThan(ring.getPriority()));
    }

    private static List<ClaimReason> endedThenOpen() {
        List<ClaimReason> reasons = new java.util.ArrayList<>();
        reasons.add(ClaimReason.LAPSED);
        reasons.add(null);
        return reasons;
    }
}
