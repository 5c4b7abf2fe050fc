package io.rotadesk.engine;

/**
 * The engine's REST API's answer to a request that fails.
 *
 * @param body the body that the engine's clients expect: an object with {@code type} and {@code message}
 */
record EngineProblem(int status, Object body) {}
