/**
 * The handbook on the web: everybody reads and searches it while they talk to a customer (L2.5, L3.5), process owners
 * edit it, look at old versions, compare and restore them.
 */
package io.rotadesk.web.desk.handbook;
