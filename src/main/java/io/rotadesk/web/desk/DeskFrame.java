package io.rotadesk.web.desk;

import java.util.List;

/**
 * The content of the frame around every desk page.
 *
 * @param user the name of the person logged in; null when nobody is
 * @param unit the unit shown; null when there is none
 * @param units all units that the person may look at
 * @param otherLanguage the language that a click switches to, {@code zh-CN} or {@code en}
 * @param otherLanguageUrl the same page in that language
 * @param troubles the number of troubles with the unit's processes; 0 for somebody who may not know
 */
record DeskFrame(
        List<Item> navigation,
        String user,
        Choice unit,
        List<Choice> units,
        String otherLanguage,
        String otherLanguageUrl,
        int troubles) {

    /** Whether the person has this page in their menu; a page shows no link to one that would be refused. */
    public boolean leadsTo(String path) {
        return navigation.stream().anyMatch(item -> item.path().equals(path));
    }

    /**
     * One entry of the menu.
     *
     * @param label a key of the message bundle {@code i18n/desk}
     * @param current whether the page shown belongs to it
     */
    record Item(String path, String label, boolean current) {}

    /** A unit that can be chosen. */
    record Choice(String id, String name) {}
}
