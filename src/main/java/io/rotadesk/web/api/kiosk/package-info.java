/**
 * The REST API for systems that announce visitors and petitioners: a kiosk at the door, a web form, a booking page. Its interface is
 * HTTP, not Java.
 */
package io.rotadesk.web.api.kiosk;
