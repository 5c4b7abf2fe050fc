/** The page on which a leaver's customers and open work go to colleagues. */
package io.rotadesk.web.desk.handover;
