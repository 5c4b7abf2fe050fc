package io.rotadesk.leasing.call;

/**
 * The caller's answers (L2.2b), and the owner that follows from them.
 *
 * @param owner the earlier agent who counts, by the number or by the caller's answer ({@code ownerKnownBy})
 */
public record Said(String enquiry, String contactedBefore, String namedAgent, String owner, String ownerKnownBy) {

    static final Said NOTHING = new Said(null, null, null, null, null);

    Said about(String what) {
        return new Said(what, contactedBefore, namedAgent, owner, ownerKnownBy);
    }

    Said ownedBy(String whose, String knownBy) {
        return new Said(enquiry, contactedBefore, namedAgent, whose, knownBy);
    }
}
