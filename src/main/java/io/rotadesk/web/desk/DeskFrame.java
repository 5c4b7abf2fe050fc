package io.rotadesk.web.desk;

import java.util.List;

/**
 * What the frame around every desk page shows.
 *
 * @param user the name of who is logged in; null when nobody is
 * @param unit the unit that is looked at; null when there is none
 * @param units all units that the person may look at
 * @param otherLanguage the language that a click switches to, {@code zh-CN} or {@code en}
 * @param otherLanguageUrl the same page in that language
 * @param troubles how much went wrong with the unit's processes; 0 for somebody who is not told
 */
record DeskFrame(
        List<Item> navigation,
        String user,
        Choice unit,
        List<Choice> units,
        String otherLanguage,
        String otherLanguageUrl,
        int troubles) {

    /**
     * One place to go to.
     *
     * @param label a key of the message bundle {@code i18n/desk}
     * @param current whether the page that is shown belongs to it
     */
    record Item(String path, String label, boolean current) {}

    /** A unit to choose. */
    record Choice(String id, String name) {}
}
