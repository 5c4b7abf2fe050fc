package io.rotadesk.petition.reception;

/** Published in the transaction in which somebody joined a unit's line or left it. */
record PetitionLineChanged(String unitId) {}
