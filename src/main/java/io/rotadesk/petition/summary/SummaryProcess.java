package io.rotadesk.petition.summary;

import java.util.Optional;

/** The process of a summary. */
public interface SummaryProcess {

    /** Starts compiling and signing a version of the summary. */
    void start(SummaryVersionDue due);

    /** Whether a version of the summary is being compiled or waits for its signature. */
    boolean isRunning(String summaryId);

    /** Tells the process that the version waiting for its signature is out of date. */
    void outdated(String summaryId);

    /** The id of the task in which the summary is signed; empty if none waits. */
    Optional<String> signingTask(String summaryId);
}
