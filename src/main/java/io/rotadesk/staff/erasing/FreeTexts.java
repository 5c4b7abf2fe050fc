package io.rotadesk.staff.erasing;

import java.util.List;

/** A table in which people write about others in their own words. Its owner implements this, so that a person's number is found there. */
public interface FreeTexts {

    /** The table's name; it has a column {@code unit_id}. */
    String tableOfTexts();

    /** Its columns of free text. */
    List<String> columnsOfTexts();
}
