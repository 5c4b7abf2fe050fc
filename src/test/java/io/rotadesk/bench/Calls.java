package io.rotadesk.bench;

/** One of the systems that are compared: it takes a call, or a visitor, from the first word to the register. */
interface Calls {

    String name();

    /**
     * Posts a call or announces a visitor, and does what the agent does until the entry is in the register.
     *
     * @param client from 0 on; no two of one client at the same time
     * @param id new for each
     */
    void handle(int client, long id);
}
