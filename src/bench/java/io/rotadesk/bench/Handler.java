package io.rotadesk.bench;

/** One of the compared systems: it handles a call, a visitor or a matter from the first event to the register. */
interface Handler {

    String name();

    /**
     * Announces a call, a visitor or a petitioner, and does the person's work until the entry is in the register.
     *
     * @param client from 0 on; no two of one client at the same time
     * @param id new for each
     */
    void handle(int client, long id);
}
