package io.rotadesk.access;

/** The language of the installation, for the names that are kept in the engine: groups and Tasklist filters. */
enum Language {
    CHINESE,
    ENGLISH;

    static Language of(String locale) {
        return locale != null && locale.startsWith("en") ? ENGLISH : CHINESE;
    }

    String pick(String chinese, String english) {
        return this == ENGLISH ? english : chinese;
    }
}
