package io.rotadesk.desk.duty;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The browsers that show a unit's duty board just now; they are told that it changed, and ask for it themselves. */
@Component
class DutyStreams implements DisposableBean {

    static final String EVENT = "duty";
    /** A browser connects again by itself; by then its login is looked at anew. */
    private static final long LONGEST = TimeUnit.MINUTES.toMillis(30);
    /** Proxies cut what is silent for a minute. */
    private static final long SIGN_OF_LIFE_SECONDS = 20;

    private final Map<String, Set<SseEmitter>> byUnit = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sender = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "duty-streams");
        thread.setDaemon(true);
        return thread;
    });

    DutyStreams() {
        sender.scheduleWithFixedDelay(
                () -> byUnit.values()
                        .forEach(streams -> streams.forEach(
                                stream -> send(stream, SseEmitter.event().comment("")))),
                SIGN_OF_LIFE_SECONDS,
                SIGN_OF_LIFE_SECONDS,
                TimeUnit.SECONDS);
    }

    SseEmitter open(String unitId) {
        SseEmitter stream = new SseEmitter(LONGEST);
        Set<SseEmitter> streams = byUnit.computeIfAbsent(unitId, unit -> ConcurrentHashMap.newKeySet());
        streams.add(stream);
        stream.onCompletion(() -> streams.remove(stream));
        stream.onTimeout(stream::complete);
        stream.onError(failure -> streams.remove(stream));
        // The answer's head goes out with the first line; until then the browser waits.
        send(stream, SseEmitter.event().comment("open"));
        return stream;
    }

    void changed(String unitId) {
        byUnit.getOrDefault(unitId, Set.of())
                .forEach(stream -> sender.execute(
                        () -> send(stream, SseEmitter.event().name(EVENT).data(""))));
    }

    /** Everybody should look again: something may have been missed. */
    void allChanged() {
        byUnit.keySet().forEach(this::changed);
    }

    private static void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            // The browser has left; the stream is taken off the list on its completion.
            stream.completeWithError(gone);
        }
    }

    /** Before the web server waits for its last requests: these would never end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        byUnit.values().forEach(streams -> streams.forEach(SseEmitter::complete));
    }

    @Override
    public void destroy() {
        sender.shutdownNow();
    }
}
