/** Tells a person's browser at once when their tasks change, and what rings. */
package io.rotadesk.web.desk.tasks;
