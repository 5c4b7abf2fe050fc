package io.rotadesk.bench;

/** One of the systems that are compared: it takes a call from the post to the register. */
interface Calls {

    String name();

    /**
     * Posts a call, and does what its agent does until the call is registered.
     *
     * @param client from 0 on; no two calls of one client at the same time
     * @param id new for each call
     */
    void handle(int client, long id);
}
