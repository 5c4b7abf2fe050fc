package io.rotadesk.engine;

/** Something that is looked after now and then: what the moment itself has missed is found and mended. */
public interface Mending {

    /**
     * Looks and mends, each piece in a transaction of its own. Safe to call at any time, from any thread and node; cheap when
     * there is nothing to do.
     */
    void mend();
}
