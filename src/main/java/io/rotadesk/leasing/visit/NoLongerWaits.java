package io.rotadesk.leasing.visit;

/** Published inside the transaction in which somebody received a visitor, or the visitor left or does not come. */
record NoLongerWaits(VisitKey key) {}
