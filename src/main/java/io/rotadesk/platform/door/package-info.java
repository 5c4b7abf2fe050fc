/**
 * The door before every address of the application. A request waits here, without a thread, until it is complete.
 * Requests that are too large or too slow are turned away. Strangers never hold so many threads that a call would find
 * none.
 */
package io.rotadesk.platform.door;
