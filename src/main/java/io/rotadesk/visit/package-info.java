/**
 * The visit register and what happens to a visitor (L3). {@link io.rotadesk.visit.VisitDesk} is the face for kiosks and
 * pages, {@link io.rotadesk.visit.WaitingLine} tells who waits; {@link io.rotadesk.visit.VisitSteps},
 * {@link io.rotadesk.visit.Meetings} and {@link io.rotadesk.visit.Receptions} are what the process does, step by step, in
 * {@code visit.process}.
 */
package io.rotadesk.visit;
