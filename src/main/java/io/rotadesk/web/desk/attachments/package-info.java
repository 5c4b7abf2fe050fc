/** Scans and photos on the pages of matters, papers and tickets: sent, seen, removed. */
package io.rotadesk.web.desk.attachments;
