/**
 * Two agents claim one customer: the manager hears both and decides (L3.2c, L3.2e). {@link
 * io.rotadesk.leasing.dispute.Disputes} is the entry point; {@link io.rotadesk.leasing.dispute.DisputeEvidence} gathers
 * the registers' data.
 */
package io.rotadesk.leasing.dispute;
