/**
 * What is said to customers: the standard script (统一说辞) and the Q&amp;A handbook (答客问) of each unit, in versions
 * that are never changed (L2.5, L3.5, L3.7). {@link io.rotadesk.leasing.handbook.Handbook} is the way in. What people type is
 * Markdown and is never evaluated; {@link io.rotadesk.leasing.handbook.Markdown} turns it into safe HTML.
 */
package io.rotadesk.leasing.handbook;
