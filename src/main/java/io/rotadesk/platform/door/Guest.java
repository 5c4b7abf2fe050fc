package io.rotadesk.platform.door;

/**
 * The kind of sender that a request seems to come from, before anything is verified. It grants no access: it only
 * decides how much room the request gets.
 */
enum Guest {
    /** A phone system or kiosk whose token is good. */
    PHONE,
    /** A browser in which somebody has logged in. */
    PERSON,
    /** A health check: an application under attack must not be taken for a broken one. */
    WATCHER,
    /** Everybody else. Also a request that carries a login, which has not been checked yet. */
    STRANGER
}
