package io.rotadesk.petition.matter;

/** A closed matter has to be handled again by order of the level above; nobody is at the desk with it. */
public record MatterReopened(Matter matter) {}
