package io.rotadesk.leasing.handbook;

/** The outcome of a save. */
public sealed interface SaveResult {

    /** It is in force as this version; the number of the previous version if nothing was changed. */
    record Saved(int number) implements SaveResult {}

    /**
     * Nothing was saved, since somebody else has saved the same section after the editor opened it.
     *
     * @param current the version in force
     * @param theirs the section as it is now; null if it was removed
     */
    record Overtaken(Version current, Section theirs) implements SaveResult {}
}
