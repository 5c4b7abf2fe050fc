package io.rotadesk.staff.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.rotadesk.platform.phone.Numbering;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The settings of a unit: its own choices where the procedures leave something open. Each module declares its settings
 * in a record of its own ({@link SettingsOfUnits}) and reads them by {@link #get}. In JSON all of them stand side by
 * side, by key; a key that is left out has its default.
 */
public final class UnitSettings {

    /** All records of settings, in the order of the page. */
    private static final List<SettingsType<?>> TYPES = findTypes();

    private static final UnitSettings DEFAULTS = new UnitSettings(Map.of());

    /** As in JSON; only what is not the default. */
    private final Map<String, Object> overrides;

    private final Map<Class<?>, Record> records = new ConcurrentHashMap<>();

    private UnitSettings(Map<String, Object> overrides) {
        this.overrides = overrides;
    }

    public static UnitSettings defaults() {
        return DEFAULTS;
    }

    /**
     * @param overrides only what differs from the defaults; null values too mean the default
     * @throws RosterRefusal naming the field, if a key is unknown or a value is invalid
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitSettings of(Map<String, ?> overrides) {
        Set<String> unknown = new HashSet<>(overrides.keySet());
        definitions().forEach(setting -> unknown.remove(setting.key()));
        SettingsType.refuse(unknown);
        Map<String, Object> different = new LinkedHashMap<>();
        TYPES.forEach(type -> different.putAll(different(type, overrides)));
        return new UnitSettings(Map.copyOf(different));
    }

    /** Every setting of every module, in the order of the page. */
    public static List<SettingDefinition> definitions() {
        List<SettingDefinition> all = new ArrayList<>();
        TYPES.forEach(type -> all.addAll(type.settings()));
        return List.copyOf(all);
    }

    /**
     * The settings of one module.
     *
     * @param type a record that is marked with {@link SettingsOfUnits}
     * @throws IllegalArgumentException if it is not: a unit could not set any of it
     */
    public <R extends Record> R get(Class<R> type) {
        if (!type.isAnnotationPresent(SettingsOfUnits.class)) {
            throw new IllegalArgumentException(type + " has no settings of units");
        }
        return type.cast(
                records.computeIfAbsent(type, any -> SettingsType.of(type).make(overrides)));
    }

    /** The zone in which the unit's days begin and end. */
    public ZoneId zone() {
        return get(PlaceSettings.class).zone();
    }

    /** How numbers are read that are typed or reported in the unit. */
    public Numbering numbering() {
        return get(NumberSettings.class).numbering();
    }

    /** The unit's language; null for the application's. */
    public Locale locale() {
        return get(PlaceSettings.class).locale();
    }

    /**
     * @param value as in JSON; null for the default
     * @throws RosterRefusal naming the field
     */
    public UnitSettings with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(overrides);
        changed.put(key, value);
        return of(changed);
    }

    /** All settings as in JSON, defaults included. */
    @JsonValue
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        TYPES.forEach(type -> map.putAll(written(type, overrides)));
        return map;
    }

    /** The settings that differ from their defaults. */
    public Map<String, Object> overrides() {
        return overrides;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitSettings settings && overrides.equals(settings.overrides);
    }

    @Override
    public int hashCode() {
        return overrides.hashCode();
    }

    @Override
    public String toString() {
        return "UnitSettings" + overrides;
    }

    private static <R extends Record> Map<String, Object> different(SettingsType<R> type, Map<String, ?> overrides) {
        return type.overrides(type.make(overrides));
    }

    private static <R extends Record> Map<String, Object> written(SettingsType<R> type, Map<String, ?> overrides) {
        return type.write(type.make(overrides));
    }

    private static List<SettingsType<?>> findTypes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
                return true;
            }
        };
        // Not the loader of the thread that comes first: a worker's may see nothing of the packaged application.
        ClassLoader own = UnitSettings.class.getClassLoader();
        scanner.setResourceLoader(new DefaultResourceLoader(own));
        scanner.addIncludeFilter(new AnnotationTypeFilter(SettingsOfUnits.class));
        List<SettingsType<?>> types = new ArrayList<>();
        scanner.findCandidateComponents("io.rotadesk").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(name, own))
                .sorted(Comparator.comparingInt(UnitSettings::place))
                .forEach(type -> types.add(SettingsType.of(type.asSubclass(Record.class))));
        return List.copyOf(types);
    }

    private static int place(Class<?> type) {
        return type.getAnnotation(SettingsOfUnits.class).place();
    }
}
