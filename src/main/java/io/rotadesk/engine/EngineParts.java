package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;

/** Lists of the engine's parts, to which several of our plugins add. */
public final class EngineParts {

    private EngineParts() {}

    /**
     * The list with one more.
     *
     * @param present null if the engine has none yet
     */
    public static <T> List<T> with(List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
