/**
 * Rota Desk's additions to the process engine: models and forms are deployed under stable names and checked first, a
 * form's rules are applied on the server, and the engine's history contains nothing personal.
 *
 * <p>Modules say what models may use: a bean by {@link io.rotadesk.engine.ModelBean}, variables by a {@link
 * io.rotadesk.engine.ProcessVariables} bean.
 */
package io.rotadesk.engine;
