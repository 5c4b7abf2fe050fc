/** Looking things up in registers: what the call register, the visit register and their like do alike. */
package io.rotadesk.platform.lookup;
