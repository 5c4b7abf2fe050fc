package io.rotadesk.platform.register;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Maps a record to the columns of a table: every component is a column, and the components of a record within it are
 * columns beside the others. A part is never null, even if all of its columns are. An id ({@link TextId}) is one column,
 * and null if that is.
 */
public final class RecordColumns<R extends Record> implements RowMapper<R> {

    private static final ConversionService CONVERSION = DefaultConversionService.getSharedInstance();

    /** @param part the components of a component that is a record; null for a column */
    private record Component(String column, Method accessor, RecordColumns<?> part) {

        Object value(Object row) {
            return ReflectionUtils.invokeMethod(accessor, row);
        }

        Class<?> type() {
            return accessor.getReturnType();
        }
    }

    private final Constructor<R> constructor;
    private final List<Component> components = new ArrayList<>();

    private RecordColumns(Class<R> type) {
        this.constructor = BeanUtils.getResolvableConstructor(type);
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            components.add(new Component(name(component), accessor, part(component.getType())));
        }
    }

    public static <R extends Record> RecordColumns<R> of(Class<R> type) {
        return new RecordColumns<>(type);
    }

    private static String name(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Column.class))
                .map(Column::value)
                .orElseGet(() -> JdbcUtils.convertPropertyNameToUnderscoreName(component.getName()));
    }

    private static RecordColumns<?> part(Class<?> type) {
        boolean column = !type.isRecord() || isId(type);
        return column ? null : new RecordColumns<>(type.asSubclass(Record.class));
    }

    private static boolean isId(Class<?> type) {
        return TextId.class.isAssignableFrom(type);
    }

    /** The key of a row, which is its first component. */
    Object key(R row) {
        return components.get(0).value(row);
    }

    /** The columns of a key and their values. */
    Map<String, Object> ofKey(Object key) {
        Component first = components.get(0);
        Map<String, Object> values = new LinkedHashMap<>();
        put(first, key, values);
        return values;
    }

    /** The columns of a row and their values, as the database's driver takes them. */
    Map<String, Object> of(Record row) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(row, values);
        return values;
    }

    private void put(Record row, Map<String, Object> values) {
        components.forEach(component -> put(component, component.value(row), values));
    }

    private static void put(Component component, Object value, Map<String, Object> values) {
        if (component.part() == null) {
            values.put(component.column(), forDriver(value));
        } else {
            component.part().put((Record) value, values);
        }
    }

    private static Object forDriver(Object value) {
        if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        if (value instanceof TextId id) {
            return id.value();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            values[i] = component.part() == null
                    ? column(component, row)
                    : component.part().mapRow(row, number);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static Object column(Component component, ResultSet row) throws SQLException {
        Class<?> inRow = isId(component.type()) ? String.class : component.type();
        Object value = JdbcUtils.getResultSetValue(row, row.findColumn(component.column()), inRow);
        return CONVERSION.convert(value, component.type());
    }
}
