package io.rotadesk.leasing.call;

/**
 * What the caller said when asked (L2.2b), and whose customer that makes them.
 *
 * @param owner the earlier agent who counts, by the number or by what the caller said ({@code ownerKnownBy})
 */
public record Said(String enquiry, String contactedBefore, String namedAgent, String owner, String ownerKnownBy) {

    static final Said NOTHING = new Said(null, null, null, null, null);

    Said ownedBy(String whose, String knownBy) {
        return new Said(enquiry, contactedBefore, namedAgent, whose, knownBy);
    }
}
