/** The pages on which administrators set units up: units, settings, rosters, phone tokens and accounts. */
package io.rotadesk.web.desk.units;
