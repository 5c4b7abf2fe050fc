/**
 * The benchmark ({@code mvn -Pbench verify}): the rota; calls and first visits from the first word to the register, beside a
 * bare engine; the time until an agent sees a call; what a call costs the database; the validity of very many customers
 * ending at once while calls ring; looking up callers.
 */
package io.rotadesk.bench;
