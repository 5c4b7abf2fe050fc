package io.rotadesk.petition.review;

/**
 * What a unit had to review in some time.
 *
 * @param asked the requests that were entered
 * @param told the opinions of which petitioners were told; each is one of the four after it
 * @param again those by which the matter is handled again
 * @param late those that refuse a request that came too late
 * @param overdue the reviews that were overdue in that time
 */
public record UnitReviews(
        String unitId, int asked, int told, int upheld, int changed, int again, int late, int overdue) {}
