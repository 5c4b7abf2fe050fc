/**
 * Word that goes from one node of the application to all of them, itself too: something has changed, look again. It
 * travels through PostgreSQL's LISTEN and NOTIFY, over one connection a node.
 */
package io.rotadesk.platform.news;
