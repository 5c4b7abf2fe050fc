/** The page on which petitioners look up how their matter gets on, and rate it: no login, no session, nothing personal. */
package io.rotadesk.web.enquiry;
