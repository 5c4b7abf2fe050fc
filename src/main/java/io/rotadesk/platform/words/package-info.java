/** Texts for people: how message bundles are read. */
package io.rotadesk.platform.words;
