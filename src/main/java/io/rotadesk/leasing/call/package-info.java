/**
 * The call register and what happens to a call (L2). {@link io.rotadesk.leasing.call.CallDesk} is the face for phone systems and
 * pages; {@link io.rotadesk.leasing.call.CallSteps} is what the call process does, step by step, in {@code call.process}.
 */
package io.rotadesk.leasing.call;
