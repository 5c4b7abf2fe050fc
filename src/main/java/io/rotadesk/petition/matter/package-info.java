/**
 * What petitioners bring (P2, P4 to P7): a matter, who is responsible for it until it is closed, how it is handled and
 * until when, other units, superiors, large-scale events, and every step with who and when.
 */
package io.rotadesk.petition.matter;
