/** The pages on which a unit sets up how its people are reached, sees what was sent, and people say where to reach them. */
package io.rotadesk.web.desk.channels;
