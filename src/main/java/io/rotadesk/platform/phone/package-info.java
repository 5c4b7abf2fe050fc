/** Phone numbers in one form. */
package io.rotadesk.platform.phone;
