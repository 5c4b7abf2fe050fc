package io.rotadesk.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What one form shows: a record whose components are named as the form's keys. A user task has it as one input, such as
 * <code>${calls.registerCall(callId)}</code>, and the form gets each component under its name. A component that is itself a
 * view is spread likewise. One that is a {@link java.util.function.Supplier} is asked only if the form wants it, and if it
 * fails the others are still shown; whatever needs a look-up of its own should be one.
 *
 * <p>A view is never stored. An input of its own for one of the names wins over it.
 */
public interface FormView {

    /**
     * The fields of the form that start empty and whose values stay with the task: they are read by its listeners and
     * outputs when the form is sent, and then deleted. A field that is named nowhere becomes a variable of the process.
     */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Entries {

        String[] value();
    }
}
