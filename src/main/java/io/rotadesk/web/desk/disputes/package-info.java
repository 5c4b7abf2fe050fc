/** Disputes over customers: to claim one, what is known about it, what was decided (L3.2c). */
package io.rotadesk.web.desk.disputes;
