/**
 * The texts for customers: the standard script (统一说辞) and the Q&amp;A handbook (答客问) of each unit, in versions that are
 * never changed (L2.5, L3.5, L3.7). {@link io.rotadesk.leasing.handbook.Handbook} is the entry point. People's texts
 * are Markdown and are never evaluated; {@link io.rotadesk.leasing.handbook.Markdown} turns it into safe HTML.
 */
package io.rotadesk.leasing.handbook;
