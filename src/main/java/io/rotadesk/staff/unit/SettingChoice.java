package io.rotadesk.staff.unit;

/** A constant that can be chosen as a setting in some kinds of units only, or in none. */
public interface SettingChoice {

    /** Whether a unit of this kind can choose it. */
    boolean isChoiceIn(UnitKind kind);
}
