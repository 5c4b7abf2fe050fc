package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import java.time.ZonedDateTime;

/**
 * A matter as the register shows it.
 *
 * @param at when it was registered
 * @param number the petitioner's, as people write it; empty if there is none
 * @param category in words; empty if it has none
 * @param responsible the responsible person's name; null if there is none yet
 * @param unit the name of the unit that has the matter, if it is not the unit shown; else null
 * @param due null if there is no deadline
 */
record MatterRow(
        Matter matter,
        ZonedDateTime at,
        String number,
        String category,
        String responsible,
        String unit,
        DueView due) {}
