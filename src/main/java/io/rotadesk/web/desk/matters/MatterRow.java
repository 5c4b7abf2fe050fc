package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import java.time.ZonedDateTime;

/**
 * A matter as the register shows it.
 *
 * @param at when it was registered
 * @param number the petitioner's, as people write it; empty if there is none
 * @param category in words; empty if it has none
 * @param responsible the name; null for nobody yet
 * @param unit the name of the unit whose matter it is, if that is another than the one that is looked at; else null
 * @param due null when nothing is
 */
record MatterRow(
        Matter matter,
        ZonedDateTime at,
        String number,
        String category,
        String responsible,
        String unit,
        DueView due) {}
