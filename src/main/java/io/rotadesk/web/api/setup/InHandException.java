package io.rotadesk.web.api.setup;

import java.util.List;

/** The person who was to be erased is still being talked to, or waits for an answer; nothing was changed. */
class InHandException extends RuntimeException {

    private final List<String> open;

    /** @param open the numbers of what is open; empty for a conversation */
    InHandException(List<String> open) {
        this.open = List.copyOf(open);
    }

    List<String> open() {
        return open;
    }
}
