package io.rotadesk.engine;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The beans marked with {@link ModelBean}, as the engine's expressions see them: by name, and made only when used, since
 * such beans themselves use the engine.
 */
@Component
class ModelBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory factory;
    private final Map<String, String> beanNames = new HashMap<>();

    ModelBeans(ListableBeanFactory factory) {
        this.factory = factory;
        for (String beanName : factory.getBeanNamesForAnnotation(ModelBean.class)) {
            ModelBean marked = factory.findAnnotationOnBean(beanName, ModelBean.class, false);
            if (marked != null) {
                beanNames.put(marked.value(), beanName);
            }
        }
    }

    Set<String> names() {
        return Set.copyOf(beanNames.keySet());
    }

    /** @return the class of the named bean, without making the bean */
    Class<?> type(String name) {
        return factory.getType(beanNames.get(name), false);
    }

    @Override
    public boolean containsKey(Object name) {
        return beanNames.containsKey(name);
    }

    @Override
    public Object get(Object name) {
        String beanName = beanNames.get(name);
        return beanName == null ? null : factory.getBean(beanName);
    }

    @Override
    public Set<Object> keySet() {
        return Set.copyOf(beanNames.keySet());
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return beanNames.keySet().stream()
                .map(name -> Map.entry((Object) name, get(name)))
                .collect(Collectors.toSet());
    }
}
