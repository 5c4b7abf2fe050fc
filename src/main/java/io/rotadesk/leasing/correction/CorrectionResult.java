package io.rotadesk.leasing.correction;

import io.rotadesk.leasing.customer.Customer;
import java.util.List;

/** The end of a correction. */
public sealed interface CorrectionResult {

    /** It is written, and the earlier version is kept. */
    record Corrected() implements CorrectionResult {}

    /** Nothing differs from the entry as it is; nothing was written. */
    record Unchanged() implements CorrectionResult {}

    /** The person of the entry was erased, so nothing is written into it any more. */
    record Erased() implements CorrectionResult {}

    /**
     * Somebody else corrected the entry first; nothing was written.
     *
     * @param version the number of the present version
     * @param latest the latest earlier version, which says who corrected it and when
     */
    record Overtaken(CorrectableEntry present, int version, EntryVersion latest) implements CorrectionResult {}

    /** The number belongs to others already, and nobody has said yet who this is; nothing was written. */
    record Collision(List<Customer> others) implements CorrectionResult {}
}
