/** The deployed models as their owner sees them: what is in force, what stands where, and what changed between versions. */
package io.rotadesk.web.desk.models;
