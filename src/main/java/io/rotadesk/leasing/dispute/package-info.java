/**
 * Two agents claim one customer: the manager hears both and decides (L3.2c, L3.2e). {@link io.rotadesk.leasing.dispute.Disputes} is
 * the way in; {@link io.rotadesk.leasing.dispute.DisputeEvidence} gathers what the registers know.
 */
package io.rotadesk.leasing.dispute;
