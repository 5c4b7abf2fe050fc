package io.rotadesk.bench;

import io.rotadesk.engine.FormView;
import io.rotadesk.engine.ModelBean;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * A model with single values in the place of each view. An engine without our additions knows no views: its forms could show
 * nothing, and it would be compared for less than it has to do.
 */
final class SingleValues {

    private static final Pattern VIEW = Pattern.compile(
            "<camunda:inputParameter name=\"\\w+\">\\$\\{(\\w+)\\.(\\w+)\\([^)]*\\)}</camunda:inputParameter>");

    private final Map<String, Class<?>> beans = new HashMap<>();

    SingleValues() {
        var marked = new ClassPathScanningCandidateComponentProvider(false);
        marked.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
        for (BeanDefinition bean : marked.findCandidateComponents("io.rotadesk")) {
            Class<?> type = ClassUtils.resolveClassName(bean.getBeanClassName(), null);
            beans.put(type.getAnnotation(ModelBean.class).value(), type);
        }
    }

    String in(String model) {
        return VIEW.matcher(model).replaceAll(this::inputs);
    }

    private String inputs(MatchResult input) {
        List<String> names = Arrays.stream(
                        beans.getOrDefault(input.group(1), Object.class).getMethods())
                .filter(method -> method.getName().equals(input.group(2)))
                .map(method -> names(method.getReturnType()))
                .findFirst()
                .orElse(List.of());
        String inputs = names.stream()
                .map(name -> "<camunda:inputParameter name=\"%s\">${%s.%s()}</camunda:inputParameter>"
                        .formatted(name, input.group(1), name))
                .collect(Collectors.joining());
        return Matcher.quoteReplacement(inputs.isEmpty() ? input.group() : inputs);
    }

    private static List<String> names(Class<?> type) {
        if (!FormView.class.isAssignableFrom(type)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            List<String> parts = names(component.getType());
            names.addAll(parts.isEmpty() ? List.of(component.getName()) : parts);
        }
        FormView.Entries entries = type.getAnnotation(FormView.Entries.class);
        if (entries != null) {
            names.addAll(List.of(entries.value()));
        }
        return names;
    }
}
