package io.rotadesk.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists that people find in Tasklist: each for the roles that need it, most urgent first, refreshing by itself. */
@Component
class TasklistFilters {

    /** The property by which we recognise our own filters, even if somebody renamed them. */
    private static final String KEY = "rotaDeskFilter";

    /** @param priority the place in Tasklist, which opens the first filter that the person may read */
    private record Definition(
            String key,
            int priority,
            String chineseName,
            String englishName,
            String chineseDescription,
            String englishDescription,
            Set<Role> roles,
            Function<TaskQuery, TaskQuery> tasks) {}

    private static final Set<Role> WORKERS = Set.of(
            Role.AGENT,
            Role.MANAGER,
            Role.DEPUTY,
            Role.PETITION_STAFF,
            Role.PETITION_LEADER,
            Role.PROCESS_OWNER,
            Role.ADMINISTRATOR);
    private static final Set<Role> MANAGERS = Set.of(Role.MANAGER, Role.DEPUTY, Role.ADMINISTRATOR);
    private static final Set<Role> LEADERS =
            Set.of(Role.MANAGER, Role.DEPUTY, Role.PETITION_LEADER, Role.ADMINISTRATOR);

    private static final List<Definition> FILTERS = List.of(
            new Definition(
                    "mine",
                    -30,
                    "我的任务",
                    "My tasks",
                    "轮到我办的，和等人领取、我可以办的",
                    "Tasks assigned to me, and those that wait for somebody and that I may claim",
                    WORKERS,
                    // Somebody who was asked looks here, and the number of the list counts what waits for them.
                    query -> query.or()
                            .taskAssigneeExpression("${currentUser()}")
                            .taskCandidateUserExpression("${currentUser()}")
                            .endOr()),
            new Definition(
                    "unclaimed",
                    -20,
                    "本组待领取",
                    "My team's, unclaimed",
                    "我可以领取、还没有人领的",
                    "Tasks that I may claim and nobody has claimed",
                    WORKERS,
                    query -> query.taskCandidateUserExpression("${currentUser()}")),
            new Definition(
                    "manager",
                    -10,
                    "经理事项",
                    "For the manager",
                    "交给经理处理的，含已有人领取的",
                    "Tasks for the manager, claimed or not",
                    MANAGERS,
                    query -> query.taskCandidateUserExpression("${currentUser()}")
                            .includeAssignedTasks()),
            new Definition(
                    "leader",
                    -10,
                    "负责人事项",
                    "For the leader",
                    "交给负责人处理的，含已有人领取的",
                    "Tasks for the leader, claimed or not",
                    Set.of(Role.PETITION_LEADER),
                    query -> query.taskCandidateUserExpression("${currentUser()}")
                            .includeAssignedTasks()),
            new Definition(
                    "all", 0, "全部任务", "All tasks", "本单位全部待办", "All open tasks of the unit", LEADERS, query -> query));

    private final FilterService filters;
    private final TaskService tasks;
    private final RoleGrants grants;
    private final Language language;

    TasklistFilters(FilterService filters, TaskService tasks, RoleGrants grants, AccessSettings settings) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
        this.language = settings.language();
    }

    void apply() {
        List<Filter> present = filters.createTaskFilterQuery().list();
        FILTERS.forEach(definition -> apply(definition, present));
    }

    private void apply(Definition definition, List<Filter> present) {
        Filter filter = present.stream()
                .filter(candidate -> candidate.getProperties() != null
                        && definition.key().equals(candidate.getProperties().get(KEY)))
                .findFirst()
                .orElseGet(filters::newTaskFilter);
        filter.setName(language.pick(definition.chineseName(), definition.englishName()));
        filter.setQuery(definition
                .tasks()
                .apply(tasks.createTaskQuery())
                .active()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc());
        filter.setProperties(Map.ofEntries(
                Map.entry(KEY, definition.key()),
                Map.entry("priority", definition.priority()),
                Map.entry("color", "#0f6e6b"),
                Map.entry(
                        "description", language.pick(definition.chineseDescription(), definition.englishDescription())),
                // For readers of the other language; Tasklist's script filters.js shows them.
                Map.entry("nameZh", definition.chineseName()),
                Map.entry("nameEn", definition.englishName()),
                Map.entry("descriptionZh", definition.chineseDescription()),
                Map.entry("descriptionEn", definition.englishDescription()),
                Map.entry("refresh", true),
                Map.entry("showUndefinedVariable", false)));
        String id = filters.saveFilter(filter).getId();
        definition.roles().stream()
                .sorted()
                .forEach(role -> grants.grant(role, Resources.FILTER, id, Permissions.READ));
    }
}
