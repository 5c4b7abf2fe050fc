package io.rotadesk.web.desk.tasks;

import io.rotadesk.staff.duty.OpenPages;
import io.rotadesk.web.desk.EventStreams;
import io.rotadesk.web.desk.StreamEnded;
import io.rotadesk.web.desk.StreamOpened;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells who has a page open on this node. Every page on which a ring is shown listens to {@link TaskEvents}, so that is
 * what counts: Tasklist, and all pages of the desk, on any device. A page that nothing could ring on counts for nothing.
 */
@Component
class PagesSeen implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PagesSeen.class);

    private final EventStreams streams;
    private final OpenPages pages;
    private final Duration every;
    private volatile boolean stopping;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pages-seen");
        thread.setDaemon(true);
        return thread;
    });

    PagesSeen(EventStreams streams, OpenPages pages, @Value("${rotadesk.page-beat:1m}") Duration every) {
        this.streams = streams;
        this.pages = pages;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        guarded(pages::serverStarts);
        worker.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @EventListener
    void opened(StreamOpened stream) {
        if (isTasks(stream.channel())) {
            guarded(() -> {
                if (stream.again()) {
                    pages.reconnected(stream.login());
                } else {
                    pages.opened(stream.login());
                }
            });
        }
    }

    @EventListener
    void ended(StreamEnded stream) {
        if (isTasks(stream.channel()) && !stopping) {
            guarded(() -> {
                if (stream.loggedOut() && !open().contains(stream.login())) {
                    pages.loggedOut(stream.login());
                } else {
                    pages.stillOpen(List.of(stream.login()));
                }
            });
        }
    }

    /** The time without a page counts from here, whatever happens to the connections while the server stops. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void stop() {
        if (!stopping) {
            stopping = true;
            worker.shutdown();
            guarded(() -> pages.stillOpen(open()));
        }
    }

    /** Once a minute: who is here, and who is not here any more. */
    void look() {
        guarded(() -> pages.stillOpen(open()));
        guarded(pages::tellChanges);
    }

    private Set<String> open() {
        return streams.channels(TaskEvents.CHANNEL).stream()
                .map(channel -> channel.substring(TaskEvents.CHANNEL.length()))
                .collect(Collectors.toSet());
    }

    private static boolean isTasks(String channel) {
        return channel.startsWith(TaskEvents.CHANNEL);
    }

    /** A page must open although it could not be noted; the next look notes it. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("It could not be noted who has a page open; the next look tries again", e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
