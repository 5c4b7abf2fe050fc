package io.rotadesk.bench;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Stands in for the beans that the models ask for values: each method answers at once ({@link Answers}). A model that
 * asks for something new needs no change here.
 */
final class AnsweringBeans extends ELResolver {

    /** Any of the beans; the answer depends on the method only. */
    private static final Object BEAN = new Object();

    private final Set<String> names;
    private final Answers answers;

    private AnsweringBeans(Set<String> names, Answers answers) {
        this.names = names;
        this.answers = answers;
    }

    static JuelExpressionManager expressions(SameModel model, Answers answers) {
        return new JuelExpressionManager(model.delegates()) {
            @Override
            protected ELResolver createElResolver() {
                CompositeELResolver resolvers = new CompositeELResolver();
                resolvers.add(new AnsweringBeans(model.askedBeans(), answers));
                resolvers.add(super.createElResolver());
                return resolvers;
            }
        };
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && names.contains(property)) {
            context.setPropertyResolved(true);
            return BEAN;
        }
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base == BEAN) {
            context.setPropertyResolved(true);
            return answers.to((String) method);
        }
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
