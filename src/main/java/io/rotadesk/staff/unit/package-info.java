/** Units, their people, their queues and their settings (L1.1, P1). Everything else about staff stands on this package. */
package io.rotadesk.staff.unit;
