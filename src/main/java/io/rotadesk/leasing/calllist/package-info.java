/**
 * A phone system's own list of calls, compared with the register: calls that never arrived, that somebody else answered, that rang
 * too long. {@link io.rotadesk.leasing.calllist.CallComparison} compares, {@link io.rotadesk.leasing.calllist.CallDifferences} keeps
 * what was found until somebody has settled it, {@link io.rotadesk.leasing.calllist.MissingCalls} enters what never arrived.
 */
package io.rotadesk.leasing.calllist;
