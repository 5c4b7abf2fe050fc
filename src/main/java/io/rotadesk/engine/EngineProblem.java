package io.rotadesk.engine;

/**
 * An answer of the engine's REST API that is none.
 *
 * @param body as the engine's clients read it: an object with {@code type} and {@code message}
 */
record EngineProblem(int status, Object body) {}
