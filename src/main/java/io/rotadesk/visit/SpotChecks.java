package io.rotadesk.visit;

/** The manager's spot checks (L3.6), for which a share of the receptions is sampled. */
public interface SpotChecks {

    /** A reception that is in the register has been sampled; in the caller's transaction. */
    void sampled(Visit visit);
}
