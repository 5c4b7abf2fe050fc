package io.rotadesk.petition.matter;

/** A document that the petitioner brought along (P2). */
public record Material(String name, String shows) {}
