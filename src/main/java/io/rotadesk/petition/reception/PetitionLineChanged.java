package io.rotadesk.petition.reception;

/** Published in the transaction in which somebody got into a unit's line or left it. */
record PetitionLineChanged(String unitId) {}
