package io.rotadesk.engine;

import io.rotadesk.platform.news.News;
import org.springframework.stereotype.Component;

/** Lets a person's screen load its rings again, after the commit. */
@Component
public class TaskBell {

    private final News news;

    TaskBell(News news) {
        this.news = news;
    }

    public void ring(String login) {
        news.tell(TaskNews.TOPIC, new TaskNews(login, null).text());
    }
}
