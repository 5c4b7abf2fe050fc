package io.rotadesk.leasing.visit;

/** There is no such visit in the register. */
public class UnknownVisitException extends RuntimeException {

    UnknownVisitException(VisitKey key) {
        super("No visit " + key.visitId() + " is in the register of unit " + key.unitId());
    }
}
