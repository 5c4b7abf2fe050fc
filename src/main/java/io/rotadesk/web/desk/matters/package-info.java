/**
 * The pages of matters (P2, P4 to P6): the register, one matter with everything about it, and the notice that a
 * petitioner takes along.
 */
package io.rotadesk.web.desk.matters;
