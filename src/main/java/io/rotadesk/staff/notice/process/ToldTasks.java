package io.rotadesk.staff.notice.process;

import static io.rotadesk.engine.EngineParts.with;

import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.TaskNotices;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells people of a task when it comes to them, if its model asks for it by the extension property {@code notice} with a
 * {@link NoticeKind}. When the task is over, nobody needs to act any more. Other tasks cost nothing, but those of which
 * somebody was reminded.
 */
@Component
class ToldTasks extends AbstractProcessEnginePlugin {

    private static final String PROPERTY = "notice";

    /** The engine's priority for a task whose model says none; a reminder raises it. */
    private static final int USUAL_PRIORITY = 50;

    private final ObjectProvider<TaskNotices> notices;

    /** @param notices the engine is there before the database is */
    ToldTasks(ObjectProvider<TaskNotices> notices) {
        this.notices = notices;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        BpmnParseListener listener = new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                kind(element)
                        .ifPresent(kind -> task.addBuiltInTaskListener(
                                TaskListener.EVENTNAME_CREATE, created -> tell(created, kind)));
                int usual = usualPriority(element);
                // An urgent task for several people: its listeners may have told them.
                boolean told = kind(element).isPresent()
                        || usual > USUAL_PRIORITY
                                && !task.getCandidateUserIdExpressions().isEmpty();
                for (String end : List.of(TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)) {
                    task.addBuiltInTaskListener(end, over -> over(over, told, usual));
                }
            }
        };
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), listener));
    }

    /** A kind that does not exist is ignored: a model is refused elsewhere, or was accepted by an earlier version. */
    private static Optional<NoticeKind> kind(Element task) {
        return Stream.ofNullable(task.element("extensionElements"))
                .flatMap(extensions -> extensions.elements("properties").stream())
                .flatMap(properties -> properties.elements("property").stream())
                .filter(property -> PROPERTY.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .flatMap(value -> Stream.of(NoticeKind.values())
                        .filter(kind -> kind.name().equals(value)))
                .findFirst();
    }

    private void tell(DelegateTask task, NoticeKind kind) {
        if (task.getTenantId() == null) {
            // A process of no unit: there is nobody's list to put it on.
            return;
        }
        List<String> logins = task.getAssignee() != null
                ? List.of(task.getAssignee())
                : task.getCandidates().stream()
                        .map(IdentityLink::getUserId)
                        .filter(Objects::nonNull)
                        .toList();
        notices.getObject().comes(kind, task.getTenantId(), logins, task.getId(), task.getName());
    }

    /** @return what the model says; the engine's usual one for none, and for an expression */
    private static int usualPriority(Element task) {
        String written = task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "priority");
        return written != null && written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : USUAL_PRIORITY;
    }

    private void over(DelegateTask task, boolean told, int usual) {
        if (task.getTenantId() != null && (told || task.getPriority() > usual)) {
            notices.getObject().over(task.getTenantId(), task.getId());
        }
    }
}
