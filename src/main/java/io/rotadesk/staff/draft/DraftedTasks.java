package io.rotadesk.staff.draft;

import io.rotadesk.engine.TaskEnds;
import io.rotadesk.platform.news.News;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsResumed;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends drafts in the transaction in which their task ends. Each node knows the tasks that somebody has drafted something for, so
 * that a task without a draft, as almost all are, costs no statement. A node that did not hear of a draft in time leaves it to the
 * sweep.
 */
@Component
class DraftedTasks implements TaskEnds {

    private static final String TOPIC = "drafts";

    private final JdbcClient db;
    private final News news;
    private final Set<String> tasks = ConcurrentHashMap.newKeySet();

    DraftedTasks(JdbcClient db, News news) {
        this.db = db;
        this.news = news;
    }

    /** Somebody has drafted something for this task. */
    void drafted(String taskId) {
        if (tasks.add(taskId)) {
            news.tell(TOPIC, taskId);
        }
    }

    @EventListener(condition = "#news.isAbout('" + TOPIC + "')")
    void heard(NewsHeard news) {
        tasks.add(news.text());
    }

    /** Asks the database, after which tasks are forgotten whose draft is gone. */
    @EventListener({ApplicationReadyEvent.class, NewsResumed.class})
    void lookAgain() {
        tasks.clear();
        tasks.addAll(db.sql("select form from task_draft where not starts_with(form, ?)")
                .param(Draft.START)
                .query(String.class)
                .list());
    }

    @Override
    public void taskEnds(String taskId) {
        if (!tasks.contains(taskId)) {
            return;
        }
        db.sql("delete from task_draft where form = ?").param(taskId).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tasks.remove(taskId);
            }
        });
    }
}
