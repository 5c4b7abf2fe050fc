package io.rotadesk.engine;

import java.util.List;

/** What rings at a person's though there is no task for it. */
public interface OtherRings {

    List<RingingTask> of(String login);
}
