/**
 * The benchmark ({@code mvn -Pbench verify}): the rota; calls and first visits from the first event to the register,
 * compared with a bare engine; the time until an agent sees a call; the cost of a call for the database; the validity
 * of very many customers ending at once while calls ring; looking up callers.
 */
package io.rotadesk.bench;
