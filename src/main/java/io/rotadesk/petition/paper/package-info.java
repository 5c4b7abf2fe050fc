/**
 * The papers of matters: what petitioners are handed, and the forms about them. Made from templates, signed off, numbered, delivered,
 * and corrected by later versions; and which of them a step of the handling waits for.
 */
package io.rotadesk.petition.paper;
