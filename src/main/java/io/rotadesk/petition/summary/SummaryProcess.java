package io.rotadesk.petition.summary;

/** What the process of a summary is told. */
public interface SummaryProcess {

    /** A version of the summary is to be compiled and signed. */
    void start(SummaryVersionDue due);

    /** Whether a version of the summary is being compiled or waits for its signature. */
    boolean isRunning(String summaryId);

    /** The version that waits for its signature does not show how things are any more. */
    void outdated(String summaryId);
}
