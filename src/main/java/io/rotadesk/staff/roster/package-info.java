/**
 * The list of a unit's people as a file: read, checked, previewed and loaded by {@link
 * io.rotadesk.staff.roster.Roster}.
 */
package io.rotadesk.staff.roster;
