/**
 * The benchmark ({@code mvn -Pbench verify}): the rota, calls from post to register beside a bare engine, the time until
 * an agent sees a call, looking up callers, and what a call costs the database.
 */
package io.rotadesk.bench;
