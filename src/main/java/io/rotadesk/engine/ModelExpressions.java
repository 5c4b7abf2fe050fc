package io.rotadesk.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Limits the engine's expressions while they run: they find model beans and variables by name, call methods of value
 * beans, and do nothing else with any object. The gate refuses other expressions at deployment; this is the wall behind
 * it. A method that gets a key answers only for the unit of the instance ({@link ModelKeys}).
 */
class ModelExpressions extends SpringExpressionManager {

    /** The result type of the functions {@code now} and {@code dateTime}; task filters count days with it. */
    private static final String TIMES = "org.joda.time.";

    /** What one process hands to another that it calls. */
    private static final String BUSINESS_KEY = "processBusinessKey";

    private final ModelBeans models;
    private final ModelKeys keys;

    ModelExpressions(ApplicationContext application, ModelBeans models, ModelKeys keys) {
        super(application, models);
        this.models = models;
        this.keys = keys;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new ValueBeansOnly());
        resolver.add(super.createElResolver());
        return resolver;
    }

    /** Passes allowed expressions on to the next resolvers, and refuses the others. */
    private class ValueBeansOnly extends ELResolver {

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
            if (!models.isValueBean(base) && !base.getClass().getName().startsWith(TIMES)) {
                throw new ELException("An expression calls " + method + " on something that is no value bean");
            }
            if (parameters != null && parameters.length > 0) {
                var scope = (VariableScope) context.getContext(VariableScope.class);
                keys.check(scope, base, String.valueOf(method), parameters);
            }
            return null;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null && !(base instanceof DelegateExecution && BUSINESS_KEY.equals(property))) {
                throw new ELException("An expression reads the property " + property + " of an object");
            }
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new ELException("An expression sets " + property);
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
