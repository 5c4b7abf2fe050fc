/** The REST API for phone systems: calls, what became of them, and who is on duty. Its faces are HTTP, not Java. */
package io.rotadesk.web.api.telephony;
