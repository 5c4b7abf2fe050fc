package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.reception.Ticket;
import java.time.LocalDate;

/**
 * A visit to a reception point.
 *
 * @param unit the name of the unit
 * @param staff the name of the person who received or called; null for nobody
 * @param matter null if the viewer may not look into it
 */
record VisitRow(Ticket ticket, LocalDate day, String unit, String staff, Matter matter) {}
