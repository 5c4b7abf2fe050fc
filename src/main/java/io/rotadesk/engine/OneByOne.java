package io.rotadesk.engine;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mends one after the other: one that cannot be mended does not keep the others from it. */
public final class OneByOne {

    private static final Logger log = LoggerFactory.getLogger(OneByOne.class);

    /** When so many have failed it is not they: the model is still of no use. The next look tries again. */
    private static final int ENOUGH = 20;

    private OneByOne() {}

    /** @param mending in a transaction of its own for each */
    public static <K> void mend(List<K> keys, Consumer<K> mending) {
        int failed = 0;
        for (K key : keys) {
            try {
                mending.accept(key);
            } catch (RuntimeException e) {
                log.info("{} cannot be mended yet: {}", key, e.toString());
                if (++failed == ENOUGH) {
                    return;
                }
            }
        }
    }
}
