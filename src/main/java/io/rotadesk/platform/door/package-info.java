/**
 * What comes before any address of the application: requests wait here, without a thread, until all of them has arrived;
 * what is too large or too slow is turned away; and strangers never hold so many threads that a call would find none.
 */
package io.rotadesk.platform.door;
