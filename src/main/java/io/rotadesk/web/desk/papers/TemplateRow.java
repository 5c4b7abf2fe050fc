package io.rotadesk.web.desk.papers;

/**
 * A version of a template, as pages list it.
 *
 * @param kind the name of the kind
 * @param number null for the text that comes with the product
 * @param unit the name of the unit that wrote it; null for the text that comes with the product
 * @param savedAt in the zone of the unit shown; empty for the text that comes with the product
 * @param author the name as colleagues know it; empty for the text that comes with the product
 */
record TemplateRow(
        String code, String kind, Integer number, String unit, String savedAt, String author, String comment) {}
