/** The papers of matters on the web: written, signed, printed, delivered; and the templates from which they are made. */
package io.rotadesk.web.desk.papers;
