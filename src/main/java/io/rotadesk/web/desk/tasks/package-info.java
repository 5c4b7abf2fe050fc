/** Tells a person's browser at once when their tasks change, and when something rings. */
package io.rotadesk.web.desk.tasks;
