package io.rotadesk.engine;

/**
 * A place in a model in force where a text was found.
 *
 * @param element its id
 * @param name of the element as people read it; empty if it has none
 * @param property what of it has the text
 * @param text the whole of it
 */
public record ModelPlace(ModelVersion model, String element, String name, String property, String text) {}
