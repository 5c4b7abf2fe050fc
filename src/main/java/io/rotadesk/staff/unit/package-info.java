/**
 * Units, their people, their queues and their settings (L1.1, P1). All other packages about staff depend on this one.
 */
package io.rotadesk.staff.unit;
