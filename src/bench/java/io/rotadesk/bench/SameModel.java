package io.rotadesk.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All our models and decisions, on an engine without our additions: no service task or listener does anything, the beans that
 * the models ask for values answer at once ({@link AnsweringBeans}), and the values of a form are asked for one by one ({@link
 * SingleValues}).
 */
final class SameModel {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
    private static final Pattern ASKED = Pattern.compile("\\b([a-z]\\w*)\\.\\w+\\(");

    private final Map<String, String> files = new HashMap<>();

    private SameModel() {}

    static SameModel read() throws IOException {
        SameModel model = new SameModel();
        SingleValues values = new SingleValues();
        var resources = new PathMatchingResourcePatternResolver(SameModel.class.getClassLoader());
        for (String pattern : new String[] {"classpath:processes/*.bpmn", "classpath:processes/*.dmn"}) {
            for (Resource file : resources.getResources(pattern)) {
                model.files.put(file.getFilename(), values.in(file.getContentAsString(StandardCharsets.UTF_8)));
            }
        }
        return model;
    }

    void deploy(RepositoryService repository) {
        var deployment = repository.createDeployment();
        files.forEach(deployment::addString);
        deployment.deploy();
    }

    /** The delegates and listeners that the models name. */
    Map<Object, Object> delegates() {
        Map<Object, Object> beans = new HashMap<>();
        names(DELEGATE).forEach(name -> beans.put(name, new Nothing()));
        return beans;
    }

    /** The names of the beans that the models ask for values. */
    Set<String> askedBeans() {
        return names(ASKED);
    }

    private Set<String> names(Pattern pattern) {
        Set<String> names = new HashSet<>();
        files.values().forEach(text -> pattern.matcher(text).results().forEach(place -> names.add(place.group(1))));
        return names;
    }

    private static class Nothing implements JavaDelegate, TaskListener, ExecutionListener {
        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}
    }
}
