package io.rotadesk.door;

/** Who a request seems to come from, before anything is asked of it. It opens nothing: it only decides about room. */
enum Guest {
    /** A phone system or kiosk whose token is good. */
    PHONE,
    /** A browser in which somebody has logged in. */
    PERSON,
    /** Everybody else, also whoever sends a login with the request: it has not been looked at yet. */
    STRANGER
}
