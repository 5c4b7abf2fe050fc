/** Looks entries up in registers: the parts that the call register, the visit register and the others share. */
package io.rotadesk.platform.lookup;
