/**
 * Input from outside: which characters, days and times are accepted, how strictly JSON and lists are read, and how bad input is
 * refused, with the field's name and in the sender's language. No controller has to care about any of it.
 */
package io.rotadesk.platform.input;
