/**
 * What Rota Desk adds to the process engine: models and forms deployed under stable names and checked before they are
 * taken, the rules of a form applied on the server, nothing personal in the engine's history.
 *
 * <p>Modules say what models may use: a bean by {@link io.rotadesk.engine.ModelBean}, variables by a
 * {@link io.rotadesk.engine.ProcessVariables} bean.
 */
package io.rotadesk.engine;
