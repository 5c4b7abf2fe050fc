package io.rotadesk.bench;

import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls come in, one after the other, and ring; once one has moved on to the next agent its caller hangs up. */
final class UnansweredRings implements AutoCloseable {

    private static final int MILLIS_BETWEEN = 250;
    private static final int LOOK_EVERY_MILLIS = 100;

    private final IncomingCalls desk;
    private final JdbcClient jdbc;
    private final Instant from;
    private final Set<String> ringing = ConcurrentHashMap.newKeySet();
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();
    private final Times late = new Times();
    private final AtomicInteger moved = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    /** @param from rings whose time is over before this are not counted */
    UnansweredRings(RotaDesk application, Instant from) {
        this.desk = application.bean(IncomingCalls.class);
        this.jdbc = application.jdbc();
        this.from = from;
        clock.scheduleAtFixedRate(guarded(this::ring), 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(guarded(this::look), 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void ring() {
        long id = Load.newId();
        String call = "ring-" + id;
        desk.receive(new CallKey(RotaDesk.UNIT, call), PhoneNumbers.ofUnansweredCaller(id), null);
        ringing.add(call);
    }

    private record Moved(String callId, Instant firstAnswerBy, double late) {}

    private void look() {
        jdbc.sql("""
                        select call_id, first_answer_by,
                          cast(extract(epoch from offered_at - first_answer_by) * 1000 as float8) as late
                        from rotadesk.call_register
                        where unit_id = :unit and call_id = any (:calls) and missed_agent is not null
                          and offered_at >= first_answer_by
                        """)
                .param("unit", RotaDesk.UNIT)
                .param("calls", ringing.toArray(String[]::new))
                .query(Moved.class)
                .list()
                .forEach(this::hasMoved);
        leaving.forEach(this::hangUp);
    }

    private void hasMoved(Moved call) {
        ringing.remove(call.callId());
        if (call.firstAnswerBy().isAfter(from)) {
            late.add(call.late());
            moved.incrementAndGet();
        }
        leaving.add(call.callId());
    }

    /** It may fail at the very moment when the next ring's time is over; a phone system would send it again, too. */
    private void hangUp(String call) {
        try {
            desk.event(new CallKey(RotaDesk.UNIT, call), CallEvent.HUNG_UP, null, null);
            leaving.remove(call);
        } catch (RuntimeException e) {
            sentAgain.incrementAndGet();
        }
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        };
    }

    /** The number of rings that have moved on so far. */
    int moved() {
        if (failure.get() != null) {
            throw new IllegalStateException("The calls do not ring any more", failure.get());
        }
        return moved.get();
    }

    /** The delay of each of them, in milliseconds. */
    Times late() {
        return late;
    }

    /** The number of hang-ups that had to be sent again. */
    int sentAgain() {
        return sentAgain.get();
    }

    /**
     * Hangs up the calls that still ring. If the thread is interrupted meanwhile, it stays interrupted and does not
     * wait.
     */
    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
        leaving.addAll(ringing);
        for (int attempt = 0; attempt < 5 && !leaving.isEmpty(); attempt++) {
            leaving.forEach(this::hangUp);
        }
    }
}
