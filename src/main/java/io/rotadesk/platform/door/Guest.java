package io.rotadesk.platform.door;

/** Who a request seems to come from, before anything is asked of it. It opens nothing: it only decides about room. */
enum Guest {
    /** A phone system or kiosk whose token is good. */
    PHONE,
    /** A browser in which somebody has logged in. */
    PERSON,
    /** Whoever asks whether the application is well: one that is attacked is not to be taken for a broken one. */
    WATCHER,
    /** Everybody else, also whoever sends a login with the request: it has not been looked at yet. */
    STRANGER
}
