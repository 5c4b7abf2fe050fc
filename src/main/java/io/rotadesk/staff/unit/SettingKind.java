package io.rotadesk.staff.unit;

/** The kinds of settings, by the Java type of the component that declares them. */
public enum SettingKind {
    /** {@code int}. */
    NUMBER,
    /** {@code Duration}, from a second to 30 days. */
    DURATION,
    /** {@code LocalTime}, in the unit's time zone. */
    TIME,
    /** {@code ZoneId}. */
    ZONE,
    /** {@code Locale}: Chinese or English; null for the application's. */
    LOCALE,
    /** {@code String}; empty if there is none. */
    TEXT,
    /** {@code List<String>}. */
    TEXTS,
    /** An enum: one of its constants. */
    CHOICE,
    /** A {@code Set} of an enum: any of its constants. */
    CHOICES
}
