package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.Queue;
import java.util.Arrays;

/** The subject of a turn: one call, one visit, or one petition ticket. */
public record Contact(Kind kind, String id) {

    /** The kind of thing that the id names. */
    public enum Kind {
        CALL("CALL", Queue.CALL),
        VISIT("VISIT", Queue.VISIT),
        /** Rows and addresses call it a matter, as they did before a ticket was told from its matter. */
        TICKET("MATTER", Queue.PETITION);

        private final String code;
        private final Queue queue;

        Kind(String code, Queue queue) {
            this.code = code;
            this.queue = queue;
        }

        /** The kind in a row of the database and in the address of a page. */
        public String code() {
            return code;
        }

        /** The queue in which such a contact is first offered. */
        Queue queue() {
            return queue;
        }

        /**
         * @param text a {@link #code()}, or the name of a kind
         * @throws IllegalArgumentException if there is no such kind
         */
        public static Kind of(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(text) || kind.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of contact: " + text));
        }
    }

    public static Contact call(String id) {
        return new Contact(Kind.CALL, id);
    }

    public static Contact visit(String id) {
        return new Contact(Kind.VISIT, id);
    }

    public static Contact ticket(String id) {
        return new Contact(Kind.TICKET, id);
    }
}
