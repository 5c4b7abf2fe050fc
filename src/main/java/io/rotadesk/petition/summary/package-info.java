/**
 * The monthly summary of the matters that petitioners brought (P7): compiled for a tree of units when a month has
 * ended, analysed and signed off by the leader at its top, in versions of which a signed one never changes.
 *
 * <p>{@link io.rotadesk.petition.summary.Summaries} is the entry point.
 */
package io.rotadesk.petition.summary;
