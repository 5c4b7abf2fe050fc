package io.rotadesk.engine;

import static io.rotadesk.engine.EngineParts.with;

import io.rotadesk.platform.news.News;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends news when a task comes to people or leaves them, so that their screens need not poll; tells who must know that it ends. */
@Component
class TaskWatch extends AbstractProcessEnginePlugin {

    private static final List<String> EVENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final News news;
    private final ObjectProvider<TaskEnds> ends;

    TaskWatch(News news, ObjectProvider<TaskEnds> ends) {
        this.news = news;
        this.ends = ends;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        BpmnParseListener listener = new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                EVENTS.forEach(event -> task.addBuiltInTaskListener(event, TaskWatch.this::happened));
            }
        };
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), listener));
    }

    private void happened(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> created(task);
            case TaskListener.EVENTNAME_ASSIGNMENT -> assigned((TaskEntity) task);
            default -> {
                ends.forEach(one -> one.taskEnds(task.getId()));
                holders(task).forEach(login -> tell(login, null));
            }
        }
    }

    private void created(DelegateTask task) {
        String whoDidThis = Context.getCommandContext().getAuthenticatedUserId();
        boolean followsFromOwnWork =
                task.getAssignee() != null && task.getAssignee().equals(whoDidThis);
        holders(task).forEach(login -> tell(login, followsFromOwnWork ? task.getId() : null));
    }

    private void assigned(TaskEntity task) {
        if (task.getRevision() == 0) {
            // A new task; its creation was already reported.
            return;
        }
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        Stream<String> before = change == null ? Stream.of() : Stream.of((String) change.getOrgValue());
        Stream.of(before, Stream.of(task.getAssignee()), candidates(task))
                .flatMap(logins -> logins)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(login -> tell(login, null));
    }

    /** The candidates of an assigned task are left out: it is not on their lists, and reading them costs a query. */
    private static Stream<String> holders(DelegateTask task) {
        return task.getAssignee() != null ? Stream.of(task.getAssignee()) : candidates(task);
    }

    private static Stream<String> candidates(DelegateTask task) {
        return task.getCandidates().stream().map(IdentityLink::getUserId).filter(Objects::nonNull);
    }

    private void tell(String login, String next) {
        news.tell(TaskNews.TOPIC, new TaskNews(login, next).text());
    }
}
