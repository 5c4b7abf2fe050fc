package io.rotadesk.bench;

/** One of the compared systems: it handles a call, or a visitor, from the first event to the register. */
interface Calls {

    String name();

    /**
     * Posts a call or announces a visitor, and does the agent's work until the entry is in the register.
     *
     * @param client from 0 on; no two of one client at the same time
     * @param id new for each
     */
    void handle(int client, long id);
}
