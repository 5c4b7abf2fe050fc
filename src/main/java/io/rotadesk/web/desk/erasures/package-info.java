/** The pages for erasing people named in a unit's registers. */
package io.rotadesk.web.desk.erasures;
