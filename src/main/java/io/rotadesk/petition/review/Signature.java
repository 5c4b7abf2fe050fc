package io.rotadesk.petition.review;

import java.time.Instant;

/** @param signedBy the login of the leader who signed the opinion; null until somebody has */
record Signature(String signedBy, Instant signedAt) {

    static final Signature NOT_YET = new Signature(null, null);
}
