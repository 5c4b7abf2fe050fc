package io.rotadesk.staff.unit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A record of {@linkplain Setting settings}: converted from and to JSON as its components declare.
 *
 * @param <R> the record
 */
public final class SettingsType<R extends Record> {

    private static final ClassValue<SettingsType<?>> KNOWN = new ClassValue<>() {
        @Override
        protected SettingsType<?> computeValue(Class<?> type) {
            return new SettingsType<>(type.asSubclass(Record.class));
        }
    };

    private final Constructor<R> constructor;
    private final RecordComponent[] components;
    private final List<SettingDefinition> settings;
    private final R defaults;

    private SettingsType(Class<R> type) {
        this.components = type.getRecordComponents();
        this.constructor = BeanUtils.getResolvableConstructor(type);
        ReflectionUtils.makeAccessible(constructor);
        this.settings = Arrays.stream(components).map(SettingDefinition::of).toList();
        this.defaults = make(Map.of());
    }

    @SuppressWarnings("unchecked")
    public static <R extends Record> SettingsType<R> of(Class<R> type) {
        return (SettingsType<R>) KNOWN.get(type);
    }

    /** In the order in which the record declares them. */
    public List<SettingDefinition> settings() {
        return settings;
    }

    /** The default settings. */
    public R defaults() {
        return defaults;
    }

    /**
     * @param overrides by key, as in JSON; a key that is left out, or null, has its default
     * @throws RosterRefusal naming the setting, if a key is unknown or a value is invalid
     */
    public R read(Map<String, ?> overrides) {
        Set<String> unknown = new HashSet<>(overrides.keySet());
        settings.forEach(setting -> unknown.remove(setting.key()));
        refuse(unknown);
        return make(overrides);
    }

    /** Those of the overrides that belong to this record; keys of other records are ignored. */
    R make(Map<String, ?> overrides) {
        Object[] values = settings.stream()
                .map(setting -> SettingValues.read(setting, overrides.get(setting.key())))
                .toArray();
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All settings as in JSON, defaults included; empty texts and an unset language are left out. */
    public Map<String, Object> write(R record) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < components.length; i++) {
            Object value = SettingValues.write(settings.get(i), value(components[i], record));
            if (value != null) {
                map.put(settings.get(i).key(), value);
            }
        }
        return map;
    }

    /** The settings that differ from their defaults. */
    public Map<String, Object> overrides(R record) {
        Map<String, Object> usual = write(defaults);
        Map<String, Object> different = new LinkedHashMap<>(write(record));
        different.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), usual.get(entry.getKey())));
        return different;
    }

    static void refuse(Set<String> unknown) {
        unknown.stream().sorted().findFirst().ifPresent(key -> {
            throw new RosterRefusal(key, "setting.unknown", key);
        });
    }

    private static Object value(RecordComponent component, Object record) {
        ReflectionUtils.makeAccessible(component.getAccessor());
        return ReflectionUtils.invokeMethod(component.getAccessor(), record);
    }
}
