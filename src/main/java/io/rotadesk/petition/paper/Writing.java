package io.rotadesk.petition.paper;

import java.time.Instant;

/** The logins of those who began a paper and who changed it last, and when. */
public record Writing(String madeBy, Instant madeAt, String editedBy, Instant editedAt) {

    Writing edited(String by, Instant now) {
        return new Writing(madeBy, madeAt, by, now);
    }
}
