package io.rotadesk.petition.matter;

import io.rotadesk.staff.erasing.FreeTexts;

/**
 * A table beside the matters in which people write in their own words. Its texts go when the petitioner is erased; and the
 * numbers of others who are, wherever the unit has or received the matter.
 */
public interface TextsAboutMatters extends FreeTexts {

    @Override
    default String ofUnits() {
        return "matter_id in (select id from matter where unit_id = any (:units) or received_by = any (:units))";
    }
}
