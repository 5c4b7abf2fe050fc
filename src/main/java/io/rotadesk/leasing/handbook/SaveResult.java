package io.rotadesk.leasing.handbook;

/** What became of a save. */
public sealed interface SaveResult {

    /** It is in force as this version; the number of the version before when nothing was different. */
    record Saved(int number) implements SaveResult {}

    /**
     * Nothing was saved: somebody else has saved the same section since the editor opened it.
     *
     * @param current the version in force
     * @param theirs the section as it stands now; null when it was removed
     */
    record Overtaken(Version current, Section theirs) implements SaveResult {}
}
