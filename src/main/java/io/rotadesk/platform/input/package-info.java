/**
 * What comes in from outside: which characters, days and times may be, how strictly JSON is read, and how bad input is
 * refused, with the field and in the language of whoever sent it. No controller has to think of any of it.
 */
package io.rotadesk.platform.input;
