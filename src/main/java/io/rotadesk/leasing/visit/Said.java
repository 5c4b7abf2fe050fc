package io.rotadesk.leasing.visit;

/**
 * What the visitor said (L3.2b), and whose customer that makes them.
 *
 * @param purpose what the visitor comes for: announced, and corrected when they are greeted
 * @param owner the earlier agent who counts, by the number or by what the visitor said ({@code ownerKnownBy})
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

    /** @param aim what the visitor comes for; null if it is what was announced */
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
