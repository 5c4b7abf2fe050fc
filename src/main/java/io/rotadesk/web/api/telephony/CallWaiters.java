package io.rotadesk.web.api.telephony;

import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.web.api.telephony.CallBodies.CallStatus;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * The phone systems that wait for the next state of a call. They hold no thread. News of other nodes counts too; news that is
 * lost costs the rest of the wait.
 */
@Component
class CallWaiters implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CallWaiters.class);
    private static final String NEWS_OF_CALLS = "calls";
    private static final int MOST = 500;

    private record Waiter(String unit, Supplier<CallStatus> state, String known, DeferredResult<CallStatus> answer) {}

    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService looks = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "call-waiters");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param state looks at the call
     * @param known the version that the sender knows; null to answer at once
     */
    DeferredResult<CallStatus> await(String unit, Supplier<CallStatus> state, String known, Duration atMost) {
        DeferredResult<CallStatus> answer = new DeferredResult<>(atMost.toMillis());
        CallStatus now = state.get();
        if (!now.version().equals(known) || atMost.isZero() || waiting.size() >= MOST) {
            answer.setResult(now);
            return answer;
        }
        Waiter waiter = new Waiter(unit, state, known, answer);
        answer.onTimeout(() -> answer.setResult(state.get()));
        answer.onCompletion(() -> waiting.remove(waiter));
        waiting.add(waiter);
        // It may have changed before anybody listened.
        look(waiter);
        return answer;
    }

    @EventListener
    void heard(NewsHeard news) {
        if (news.isAbout(NEWS_OF_CALLS) && !waiting.isEmpty()) {
            looks.execute(() -> waiting.stream()
                    .filter(waiter -> waiter.unit().equals(news.text()))
                    .forEach(this::look));
        }
    }

    private void look(Waiter waiter) {
        try {
            CallStatus now = waiter.state().get();
            if (!now.version().equals(waiter.known())) {
                waiter.answer().setResult(now);
            }
        } catch (RuntimeException e) {
            log.warn("A phone system's wait ends: {}", e.getMessage());
            waiter.answer().setErrorResult(e);
        }
    }

    @Override
    public void destroy() {
        looks.shutdownNow();
    }
}
