package io.rotadesk.staff.erasing;

import java.util.List;
import java.util.stream.Collectors;

/** A table in which people write about others in their own words. Its owner implements this, so that a person's number is found there. */
public interface FreeTexts {

    /** What is left of a text that is taken out where there must be one. */
    String STAR = "*";

    /** The table's name. */
    String tableOfTexts();

    /** Its columns of free text. */
    List<String> columnsOfTexts();

    /** Those of the columns that keep a star when a text is taken out: they must have one, or say that something happened. */
    default List<String> columnsThatKeepAStar() {
        return List.of();
    }

    /** The condition for the rows of some units, which are the parameter {@code :units}. */
    default String ofUnits() {
        return "unit_id = any (:units)";
    }

    /** A statement that takes all texts out; whoever uses it adds of which rows. */
    default String emptied() {
        String columns = columnsOfTexts().stream()
                .map(column -> columnsThatKeepAStar().contains(column)
                        ? column + " = case when " + column + " is not null then '" + STAR + "' end"
                        : column + " = null")
                .collect(Collectors.joining(", "));
        return "update " + tableOfTexts() + " set " + columns;
    }
}
