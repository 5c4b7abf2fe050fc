/** The REST API for phone systems: calls, their events, and who is on duty. Its interface is HTTP, not Java. */
package io.rotadesk.web.api.telephony;
