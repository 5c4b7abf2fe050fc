package io.rotadesk.engine;

/**
 * What the engine's REST API answers when it cannot do what was asked.
 *
 * @param body as the engine's clients read it: an object with {@code type} and {@code message}
 */
record EngineProblem(int status, Object body) {}
