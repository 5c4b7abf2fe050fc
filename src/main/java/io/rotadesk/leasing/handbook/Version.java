package io.rotadesk.leasing.handbook;

import java.time.Instant;

/**
 * A version of a unit's handbook.
 *
 * @param number counted from 1
 * @param author the login of the person who saved it; {@link #SHIPPED} for the version that comes with the product
 * @param comment the author's reason; may be empty
 */
public record Version(String unitId, int number, Instant savedAt, String author, String comment) {

    /** The author of the first version, which comes with the product. */
    public static final String SHIPPED = "rota-desk";
}
