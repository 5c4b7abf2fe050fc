package io.rotadesk.platform.news;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the news that a test heard. */
@Component
public class NewsRecorder {

    private final List<NewsHeard> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void heard(NewsHeard news) {
        heard.add(news);
    }

    public void forget() {
        heard.clear();
    }

    /** @return the texts, in the order in which they came */
    public List<String> heard(String topic) {
        return heard.stream()
                .filter(news -> news.isAbout(topic))
                .map(NewsHeard::text)
                .toList();
    }
}
