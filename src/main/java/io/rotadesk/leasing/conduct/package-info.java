/**
 * Rules of conduct (L3.6): a sampled share of the receptions is checked by the manager, point by point, and the agent
 * sees it and can answer. {@link io.rotadesk.leasing.conduct.ServiceChecks} is the entry point.
 */
package io.rotadesk.leasing.conduct;
