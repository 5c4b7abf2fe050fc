package io.rotadesk.platform.register;

import io.rotadesk.platform.news.News;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsLost;
import io.rotadesk.platform.news.NewsResumed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes memories for rows that are read often and change rarely, and tells them of changes on all nodes. While this node
 * hears no news, nothing is kept.
 */
@Component
public class Keeping {

    static final String TOPIC = "kept";

    private final News news;
    private final Map<String, Kept<?, ?>> byName = new ConcurrentHashMap<>();
    private volatile boolean listening;

    Keeping(News news) {
        this.news = news;
    }

    /** @param name one word, which no other memory has */
    public <K, V> Kept<K, V> rows(String name) {
        Kept<K, V> rows = new Kept<>(name, this);
        if (byName.putIfAbsent(name, rows) != null) {
            throw new IllegalStateException("there are two memories named " + name);
        }
        return rows;
    }

    boolean isListening() {
        return listening;
    }

    void tell(String name) {
        news.tellWithCommit(TOPIC, name);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void heard(NewsHeard message) {
        if (message.isAbout(TOPIC)) {
            byName.computeIfPresent(message.text(), (name, rows) -> {
                rows.forget();
                return rows;
            });
        }
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void listen(NewsResumed resumed) {
        listening = true;
        byName.values().forEach(Kept::forget);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void stop(NewsLost lost) {
        listening = false;
        byName.values().forEach(Kept::forget);
    }
}
