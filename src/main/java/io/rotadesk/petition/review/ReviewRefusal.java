package io.rotadesk.petition.review;

import io.rotadesk.platform.input.FieldRefusal;

/** Rejects an entry about a review, by a reason of the bundle {@code i18n/review}. Nothing is saved; the typed text stays. */
public class ReviewRefusal extends FieldRefusal {

    ReviewRefusal(String field, String key, Object... arguments) {
        super(field + ": " + key, field, key, arguments);
    }
}
