/**
 * The visit register and what happens to a visitor (L3). {@link io.rotadesk.leasing.visit.VisitDesk} is the face for kiosks and
 * pages, {@link io.rotadesk.leasing.visit.WaitingLine} tells who waits; {@link io.rotadesk.leasing.visit.VisitSteps},
 * {@link io.rotadesk.leasing.visit.Meetings} and {@link io.rotadesk.leasing.visit.Receptions} are what the process does, step by step, in
 * {@code visit.process}.
 */
package io.rotadesk.leasing.visit;
