/** Phone numbers, whoever's they are. */
package io.rotadesk.platform.phone;
