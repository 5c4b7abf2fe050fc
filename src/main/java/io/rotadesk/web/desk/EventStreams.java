package io.rotadesk.web.desk;

import io.rotadesk.access.LiveLogins;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsResumed;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Browsers that wait for changes (server-sent events), each on a channel such as {@code duty/guangan}. Events of one
 * channel arrive in order.
 */
@Component
public class EventStreams implements DisposableBean {

    /** A browser reconnects by itself, and its login is then checked again. */
    private static final long LONGEST = TimeUnit.MINUTES.toMillis(30);
    /** Proxies cut connections that are silent for a minute. */
    private static final long SIGN_OF_LIFE_SECONDS = 20;
    /** A person who logs out, or whose session runs out, sees nothing more. */
    private static final long SESSION_LOOK_SECONDS = 1;
    /** A browser that does not read its events blocks one of these threads. */
    private static final int LANES = 4;
    /** The web server does not know our sessions. */
    private static final Clock WALL_CLOCK = Clock.systemUTC();

    private final LiveLogins logins;
    private final ApplicationEventPublisher events;
    private final Map<String, Set<SseEmitter>> byChannel = new ConcurrentHashMap<>();
    private final Map<SseEmitter, StreamLogin> loginOf = new ConcurrentHashMap<>();
    private final ScheduledExecutorService[] lanes =
            IntStream.range(0, LANES).mapToObj(EventStreams::lane).toArray(ScheduledExecutorService[]::new);

    EventStreams(LiveLogins logins, ApplicationEventPublisher events) {
        this.logins = logins;
        this.events = events;
        lanes[0].scheduleWithFixedDelay(
                this::endThoseOfEndedSessions, SESSION_LOOK_SECONDS, SESSION_LOOK_SECONDS, TimeUnit.SECONDS);
        for (ScheduledExecutorService lane : lanes) {
            lane.scheduleWithFixedDelay(
                    () -> byChannel.forEach((channel, streams) -> {
                        if (laneOf(channel) == lane) {
                            streams.forEach(
                                    stream -> send(stream, SseEmitter.event().comment("")));
                        }
                    }),
                    SIGN_OF_LIFE_SECONDS,
                    SIGN_OF_LIFE_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    private static ScheduledExecutorService lane(int number) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "event-streams-" + number);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @return the answer for the controller to return */
    public SseEmitter open(String channel) {
        SseEmitter stream = new Unbuffered();
        StreamLogin login = StreamLogin.ofThisRequest();
        loginOf.put(stream, login);
        byChannel.compute(channel, (name, streams) -> {
            Set<SseEmitter> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            all.add(stream);
            return all;
        });
        stream.onCompletion(() -> remove(channel, stream));
        stream.onTimeout(stream::complete);
        stream.onError(failure -> remove(channel, stream));
        // The answer's head goes out with the first line; until then the browser waits.
        send(stream, SseEmitter.event().id(StreamLogin.SEEN).comment("open"));
        // Catches up on changes since the request was let in, which no event has reported.
        if (login.user() != null && !logins.holds(login.user())) {
            loginOf.remove(stream);
            stream.complete();
        } else if (login.user() != null) {
            events.publishEvent(new StreamOpened(channel, login.user().login(), login.again()));
        }
        return stream;
    }

    private void remove(String channel, SseEmitter stream) {
        StreamLogin login = loginOf.remove(stream);
        byChannel.computeIfPresent(channel, (name, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
        if (login != null && login.user() != null) {
            events.publishEvent(new StreamEnded(channel, login.user().login(), login.isSessionOver(WALL_CLOCK)));
        }
    }

    /** An account was closed or changed, on any node. */
    @EventListener(condition = "#heard.isAbout('" + LiveLogins.TOPIC + "')")
    void accountChanged(NewsHeard heard) {
        loginOf.forEach((stream, login) -> {
            if (login.isOf(heard.text()) && !logins.holds(login.user())) {
                stream.complete();
            }
        });
    }

    /** A change may have been missed. */
    @EventListener(NewsResumed.class)
    void lookAtAllLogins() {
        loginOf.forEach((stream, login) -> {
            if (login.user() != null && !logins.holds(login.user())) {
                stream.complete();
            }
        });
    }

    private void endThoseOfEndedSessions() {
        loginOf.forEach((stream, login) -> {
            if (login.isSessionOver(WALL_CLOCK)) {
                stream.complete();
            }
        });
    }

    /**
     * Sends an event to everyone on the channel, soon and on another thread.
     *
     * @param data called only if somebody is on the channel, on the sending thread
     */
    public void send(String channel, String event, Supplier<?> data) {
        if (!byChannel.containsKey(channel)) {
            return;
        }
        try {
            laneOf(channel).execute(() -> {
                Set<SseEmitter> streams = byChannel.getOrDefault(channel, Set.of());
                if (!streams.isEmpty()) {
                    Object now = data.get();
                    streams.forEach(stream ->
                            send(stream, SseEmitter.event().name(event).data(now)));
                }
            });
        } catch (RejectedExecutionException e) {
            // The application stops.
        }
    }

    /** @return the channels with this prefix that somebody is on */
    public Set<String> channels(String beginning) {
        return byChannel.keySet().stream()
                .filter(channel -> channel.startsWith(beginning))
                .collect(Collectors.toUnmodifiableSet());
    }

    private ScheduledExecutorService laneOf(String channel) {
        return lanes[Math.floorMod(channel.hashCode(), LANES)];
    }

    private static void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            // The browser has left; the stream is taken off the list on its completion.
            stream.completeWithError(gone);
        }
    }

    /** Closes the streams before the web server waits for its last requests, since streams would never end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        byChannel.values().forEach(streams -> streams.forEach(SseEmitter::complete));
    }

    @Override
    public void destroy() {
        for (ScheduledExecutorService lane : lanes) {
            lane.shutdownNow();
        }
    }

    private static class Unbuffered extends SseEmitter {

        Unbuffered() {
            super(LONGEST);
        }

        @Override
        protected void extendResponse(ServerHttpResponse answer) {
            super.extendResponse(answer);
            // nginx would keep the events back until it has a page full of them.
            answer.getHeaders().set("X-Accel-Buffering", "no");
        }
    }
}
