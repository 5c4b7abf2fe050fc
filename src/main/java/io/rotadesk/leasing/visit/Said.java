package io.rotadesk.leasing.visit;

/**
 * The visitor's answers (L3.2b), and the owner that follows from them.
 *
 * @param purpose the purpose of the visit: announced, and corrected at the greeting
 * @param owner the earlier agent who counts, by the number or by the visitor's answer ({@code ownerKnownBy})
 * @param status as {@code customer-status.dmn} decided (L3.2e)
 */
public record Said(
        String purpose,
        String contactedBefore,
        String namedAgent,
        String confirmed,
        String owner,
        String ownerKnownBy,
        String status) {

    static Said announced(String purpose) {
        return new Said(purpose, null, null, null, null, null, null);
    }

    /** @param aim the purpose of the visit; null if it is the announced one */
    Said answered(String aim, String before, String named, String thatIsSo) {
        return new Said(aim == null ? purpose : aim, before, named, thatIsSo, owner, ownerKnownBy, status);
    }

    Said now(String aim) {
        return new Said(aim, contactedBefore, namedAgent, confirmed, owner, ownerKnownBy, status);
    }

    Said ownedBy(String whose, String knownBy) {
        return new Said(purpose, contactedBefore, namedAgent, confirmed, whose, knownBy, status);
    }

    Said decided(String as) {
        return new Said(purpose, contactedBefore, namedAgent, confirmed, owner, ownerKnownBy, as);
    }
}
