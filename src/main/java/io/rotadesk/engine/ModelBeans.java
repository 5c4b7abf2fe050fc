package io.rotadesk.engine;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The beans marked with {@link ModelBean}, as the engine's expressions see them: by name, and made only when used,
 * since such beans themselves use the engine. There are two kinds: beans whose methods return values, and delegates and
 * listeners, which do something at a step that names them and are never called by an expression.
 */
@Component
class ModelBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory factory;
    private final Map<String, String> beanNames = new HashMap<>();
    private final Map<String, Boolean> delegates = new ConcurrentHashMap<>();
    private final Set<Object> valueBeans =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

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

    /** @return the class of the named bean as declared, without creating the bean */
    Class<?> type(String name) {
        return ClassUtils.getUserClass(factory.getType(beanNames.get(name), false));
    }

    /** @return whether the named bean is a step or a listener, which expressions must not call */
    boolean isDelegate(String name) {
        return delegates.computeIfAbsent(name, this::isDelegateType);
    }

    private boolean isDelegateType(String name) {
        Class<?> type = type(name);
        return JavaDelegate.class.isAssignableFrom(type)
                || ExecutionListener.class.isAssignableFrom(type)
                || TaskListener.class.isAssignableFrom(type);
    }

    /** @return whether no variable may have the name; all but one of this package's own beans are for its tests */
    boolean reserves(String name) {
        return containsKey(name)
                && (type(name) == OfferedValues.class
                        || !type(name).getPackage().equals(ModelBeans.class.getPackage()));
    }

    /** @return whether the object is one of the beans whose methods an expression may call, and was asked for by its name */
    boolean isValueBean(Object object) {
        return valueBeans.contains(object);
    }

    @Override
    public boolean containsKey(Object name) {
        return beanNames.containsKey(name);
    }

    @Override
    public Object get(Object name) {
        String beanName = beanNames.get(name);
        if (beanName == null) {
            return null;
        }
        Object bean = factory.getBean(beanName);
        if (!isDelegate((String) name)) {
            valueBeans.add(bean);
        }
        return bean;
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
