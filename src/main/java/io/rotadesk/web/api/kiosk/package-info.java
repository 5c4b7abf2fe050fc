/** The REST API for whoever announces visitors: a kiosk at the door, a web form, a booking page. Its face is HTTP, not Java. */
package io.rotadesk.web.api.kiosk;
