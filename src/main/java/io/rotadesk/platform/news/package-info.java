/**
 * News from one node of the application to all of them, itself included: something has changed, look again. It travels
 * through PostgreSQL's LISTEN and NOTIFY, over one connection a node.
 */
package io.rotadesk.platform.news;
