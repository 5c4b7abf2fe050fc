/**
 * Whoever is named can be erased, customer or not: one action takes a person out of all registers of a unit and out of what
 * open tasks show. What is left is that somebody called or came.
 */
package io.rotadesk.staff.erasing;
