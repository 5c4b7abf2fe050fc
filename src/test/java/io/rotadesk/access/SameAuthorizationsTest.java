package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the engine's own authorization manager and ours the same questions, about many generated sets of grants and
 * revocations: for the person, for their groups and for everybody, on this task, on another and on all, and on its process.
 */
class SameAuthorizationsTest extends AccessTest {

    private static final int SETS = 150;
    private static final List<Integer> TYPES = List.of(
            Authorization.AUTH_TYPE_GRANT,
            Authorization.AUTH_TYPE_GRANT,
            Authorization.AUTH_TYPE_REVOKE,
            Authorization.AUTH_TYPE_REVOKE,
            Authorization.AUTH_TYPE_GLOBAL);
    private static final List<Permission> ON_TASKS =
            List.of(Permissions.READ, TaskPermissions.UPDATE, TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN);
    private static final List<Permission> ON_PROCESSES = List.of(
            Permissions.READ,
            ProcessDefinitionPermissions.UPDATE_TASK,
            ProcessDefinitionPermissions.TASK_WORK,
            ProcessDefinitionPermissions.READ_TASK);

    @Autowired
    LedUnits leaders;

    @Autowired
    HiddenValues values;

    @Autowired
    SpringProcessEngineConfiguration engine;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {7, 24, 2026})
    void answersAreTheEnginesOwn(long seed) {
        Random random = new Random(seed);
        int allowed = 0;
        int refused = 0;
        for (int i = 0; i < SETS; i++) {
            Situation situation = new Situation(random);
            List<Answer> answers = answersIn(situation);
            assertThat(answers)
                    .as("seed %s, set %s: %s", seed, i, situation.given)
                    .filteredOn(answer -> !answer.ours().equals(answer.engines()))
                    .isEmpty();
            allowed +=
                    (int) answers.stream().filter(a -> a.ours().equals("true")).count();
            refused +=
                    (int) answers.stream().filter(a -> a.ours().equals("false")).count();
        }
        assertThat(allowed).as("sets that allow something").isGreaterThan(SETS);
        assertThat(refused).as("sets that refuse something").isGreaterThan(SETS);
    }

    private List<Answer> answersIn(Situation situation) {
        engine.getCommandExecutorTxRequired().execute((Command<Void>) context -> {
            situation.given.forEach(given -> context.getDbEntityManager().insert(given.entity()));
            return null;
        });
        try {
            Command<List<CompositePermissionCheck>> asked = context -> situation.questions();
            return engine.getCommandExecutorTxRequired().execute(asked).stream()
                    .map(question -> new Answer(
                            question,
                            ask(new AuthorizationManager(), situation, question),
                            ask(new LeanAuthorizations(leaders, values, () -> null), situation, question)))
                    .toList();
        } finally {
            jdbc.sql("delete from public.act_ru_authorization where id_ like 'generated:%'")
                    .update();
        }
    }

    private String ask(AuthorizationManager manager, Situation situation, CompositePermissionCheck question) {
        return engine.getCommandExecutorTxRequired().execute((Command<String>) context -> {
            try {
                return "" + manager.isAuthorized(situation.user, situation.groups, question);
            } catch (RuntimeException e) {
                return e.getClass().getName();
            }
        });
    }

    /** The authorizations in the database, and the person who asks. */
    private static class Situation {

        private final Random random;
        private final String user = unique("asker");
        private final List<String> groups;
        private final String task = unique("task-");
        private final String process = unique("process-");
        private final List<Given> given = new ArrayList<>();

        Situation(Random random) {
            this.random = random;
            List<String> all = List.of(unique("group-"), unique("group-"), unique("group-"));
            groups = random.nextInt(6) == 0 ? null : all.subList(0, random.nextInt(all.size() + 1));
            for (int i = random.nextInt(7); i >= 0; i--) {
                boolean onTask = random.nextInt(3) > 0;
                Given one = new Given(
                        one(TYPES),
                        random.nextBoolean() ? user : null,
                        one(all),
                        onTask ? Resources.TASK : Resources.PROCESS_DEFINITION,
                        one(onTask ? List.of(task, task, "*", "another") : List.of(process, process, "*")),
                        some(onTask ? ON_TASKS : ON_PROCESSES));
                if (given.stream().noneMatch(one::sameAs)) {
                    given.add(one);
                }
            }
        }

        /** The kinds of questions that the engine asks about tasks, and others that it might ask. */
        List<CompositePermissionCheck> questions() {
            List<CompositePermissionCheck> questions = new ArrayList<>();
            Permission onTask = one(ON_TASKS);
            Permission onProcess = one(ON_PROCESSES);
            Permission other = one(ON_TASKS);
            for (String id : List.of(task, "*", "unknown")) {
                questions.add(new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, id, onTask)
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, process, onProcess)
                        .build());
                questions.add(new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, id, onTask)
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, process, onProcess)
                        .atomicCheckForResourceId(Resources.TASK, id, other)
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, process, one(ON_PROCESSES))
                        .build());
                questions.add(new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, process, onProcess)
                        .atomicCheckForResourceId(Resources.TASK, id, onTask)
                        .build());
                questions.add(new PermissionCheckBuilder()
                        .conjunctive()
                        .atomicCheckForResourceId(Resources.TASK, id, onTask)
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, process, onProcess)
                        .build());
                questions.add(new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, id, onTask)
                        .build());
            }
            questions.add(new PermissionCheckBuilder()
                    .disjunctive()
                    .atomicCheckForResourceId(Resources.TASK, task, onTask)
                    .atomicCheckForResourceId(Resources.TASK, task, ProcessDefinitionPermissions.RETRY_JOB)
                    .build());
            questions.add(new PermissionCheckBuilder()
                    .disjunctive()
                    .atomicCheckForResourceId(Resources.TASK, task, Permissions.NONE)
                    .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, process, onProcess)
                    .build());
            return questions;
        }

        private <T> T one(List<T> choice) {
            return choice.get(random.nextInt(choice.size()));
        }

        private <T> List<T> some(List<T> choice) {
            List<T> shuffled = new ArrayList<>(choice);
            Collections.shuffle(shuffled, random);
            return shuffled.subList(0, random.nextInt(shuffled.size() + 1));
        }
    }

    /** @param user null if it is for the group; both are ignored if it is for everybody */
    private record Given(
            int type, String user, String group, Resource resource, String resourceId, List<Permission> permissions) {

        /** The database allows a grant and a revocation of the same thing, but no duplicates. */
        boolean sameAs(Given other) {
            return type == other.type
                    && resource == other.resource
                    && resourceId.equals(other.resourceId)
                    && (isGlobal()
                            || (user == null
                                    ? other.user == null && group.equals(other.group)
                                    : user.equals(other.user)));
        }

        private boolean isGlobal() {
            return type == Authorization.AUTH_TYPE_GLOBAL;
        }

        AuthorizationEntity entity() {
            AuthorizationEntity entity = new AuthorizationEntity(type);
            entity.setId("generated:" + UUID.randomUUID());
            if (isGlobal()) {
                entity.setUserId(Authorization.ANY);
            } else if (user == null) {
                entity.setGroupId(group);
            } else {
                entity.setUserId(user);
            }
            entity.setResource(resource);
            entity.setResourceId(resourceId);
            entity.setPermissions(permissions.toArray(Permission[]::new));
            return entity;
        }
    }

    private record Answer(CompositePermissionCheck question, String engines, String ours) {
        @Override
        public String toString() {
            String checks = question.getAllPermissionChecks().stream()
                    .map(check -> check.getPermission() + " on " + check.getResource() + " " + check.getResourceId())
                    .collect(Collectors.joining(question.isDisjunctive() ? " or " : " and "));
            return checks + ": the engine says " + engines + ", ours " + ours;
        }
    }
}
