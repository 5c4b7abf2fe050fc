package io.rotadesk.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, and not in a stack trace, why the application does not start, and what to do. */
class DatabaseFailures extends AbstractFailureAnalyzer<UnusableDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableDatabaseException failure) {
        return new FailureAnalysis(failure.fault(), failure.remedy(), failure);
    }
}
