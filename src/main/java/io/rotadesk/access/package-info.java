/**
 * Access: the login, the roles, HTTP Basic for the engine's REST API, tokens for phone systems, and the process
 * engine's own authorizations, tenants and filters. Users are those of the engine's identity service. What the engine
 * does not keep about them (first passwords, invitations, closed accounts) is in our tables.
 */
package io.rotadesk.access;
