/**
 * Entries of the call and the visit register are corrected by whoever wrote them, or by a manager; the earlier versions stay.
 * {@link io.rotadesk.leasing.correction.Corrections} is the entry point; a register offers its entries as a {@link
 * io.rotadesk.leasing.correction.CorrectableRegister}.
 */
package io.rotadesk.leasing.correction;
