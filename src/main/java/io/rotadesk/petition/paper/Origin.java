package io.rotadesk.petition.paper;

import io.rotadesk.platform.register.Column;

/**
 * The version of a template from which a paper was made.
 *
 * @param unitId the unit whose template it is; null for the one that comes with the product
 * @param number 0 for the one that comes with the product
 */
public record Origin(
        @Column("template_unit") String unitId,
        @Column("template_number") int number) {}
