package io.rotadesk.platform.register;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/** Changes a few parts of a record that has many. */
public final class Parts {

    private Parts() {}

    /**
     * The row with other parts: each replaces the part of the same type.
     *
     * @throws IllegalArgumentException if the row has no part of such a type, or more than one
     */
    public static <R extends Record> R replace(R row, Object... parts) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> {
                    component.getAccessor().setAccessible(true);
                    return ReflectionUtils.invokeMethod(component.getAccessor(), row);
                })
                .toArray();
        for (Object part : parts) {
            values[place(part, components, row)] = part;
        }
        return BeanUtils.instantiateClass(constructor(row), values);
    }

    private static int place(Object part, RecordComponent[] components, Record row) {
        int found = -1;
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType() == part.getClass()) {
                if (found >= 0) {
                    throw new IllegalArgumentException("More than one " + part.getClass() + " in " + row.getClass());
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new IllegalArgumentException("No " + part.getClass() + " in " + row.getClass());
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> Constructor<R> constructor(R row) {
        return (Constructor<R>) BeanUtils.getResolvableConstructor(row.getClass());
    }
}
