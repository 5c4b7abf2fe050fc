/**
 * The visit register and the reception of visitors (L3). {@link io.rotadesk.leasing.visit.Announcements} is the entry point
 * for kiosks and pages, {@link io.rotadesk.leasing.visit.WaitingLine} has the visitors who wait; {@link
 * io.rotadesk.leasing.visit.VisitSteps}, {@link io.rotadesk.leasing.visit.Meetings} and {@link
 * io.rotadesk.leasing.visit.ReturningVisits} have the steps of the process in {@code visit.process}.
 */
package io.rotadesk.leasing.visit;
