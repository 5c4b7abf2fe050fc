/**
 * The call register and the handling of calls (L2). {@link io.rotadesk.leasing.call.IncomingCalls} is the entry point for
 * phone systems and pages, {@link io.rotadesk.leasing.call.PastCalls} for calls that were over before; {@link io.rotadesk.leasing.call.CallSteps} has the steps of the call process in {@code
 * call.process}.
 */
package io.rotadesk.leasing.call;
