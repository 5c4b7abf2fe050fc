package io.rotadesk.engine;

import java.util.List;

/** Rings at a person's desk that have no task. */
public interface OtherRings {

    List<RingingTask> of(String login);
}
