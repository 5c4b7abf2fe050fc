package io.rotadesk.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks a bean that models may name: in a value expression such as <code>${calls.answerBy(callId)}</code>, or as the
 * delegate or listener of an element. On a class, or on a {@code @Bean} method beside {@code @Bean}. No other bean of
 * the application can be reached from a model.
 */
@Documented
@Component
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {

    /** @return the name that models use */
    @AliasFor(annotation = Component.class)
    String value();
}
