package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.Queue;

/** The subject of a turn: one call, one visit, or one petition ticket. */
public record Contact(Kind kind, String id) {

    /** The kind of thing that the id names. */
    public enum Kind {
        CALL,
        VISIT,
        MATTER;

        /** The queue in which such a contact is first offered. */
        Queue queue() {
            return switch (this) {
                case CALL -> Queue.CALL;
                case VISIT -> Queue.VISIT;
                case MATTER -> Queue.PETITION;
            };
        }
    }

    public static Contact call(String id) {
        return new Contact(Kind.CALL, id);
    }

    public static Contact visit(String id) {
        return new Contact(Kind.VISIT, id);
    }

    public static Contact matter(String id) {
        return new Contact(Kind.MATTER, id);
    }
}
