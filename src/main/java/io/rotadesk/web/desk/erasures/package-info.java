/** Erasing people who are named in a unit's registers. */
package io.rotadesk.web.desk.erasures;
