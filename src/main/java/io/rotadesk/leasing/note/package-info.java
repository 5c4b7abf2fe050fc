/**
 * Notes about callers and visitors who wanted something else than leasing: who, about what, and for which colleague (L2.2b,
 * L3.2b). {@link io.rotadesk.leasing.note.Notes} is the entry point.
 */
package io.rotadesk.leasing.note;
