package io.rotadesk.engine;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repairs entries one after the other: one that cannot be repaired does not block the others. */
public final class OneByOne {

    private static final Logger log = LoggerFactory.getLogger(OneByOne.class);

    /**
     * After this many failures the entries are not the reason: the model is still broken. The next sweep tries again.
     */
    private static final int ENOUGH = 20;

    private OneByOne() {}

    /** @param mending repairs one entry; runs in a transaction of its own for each */
    public static <K> void mend(List<K> keys, Consumer<K> mending) {
        int failed = 0;
        for (K key : keys) {
            try {
                mending.accept(key);
            } catch (RuntimeException e) {
                log.info("{} cannot be repaired yet: {}", key, e.toString());
                if (++failed == ENOUGH) {
                    return;
                }
            }
        }
    }
}
