/**
 * The matters of petitioners (P2, P4 to P7): the responsible person of a matter until it is closed, plans and
 * deadlines, other units, superiors, large-scale events, and the timeline of all steps.
 */
package io.rotadesk.petition.matter;
