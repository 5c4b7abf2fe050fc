package io.rotadesk.platform.door;

import org.apache.coyote.AsyncContextCallback;

/** Tomcat asks for the application that a waiting request is in; it is in none yet. */
enum NoContext implements AsyncContextCallback {
    INSTANCE;

    @Override
    public void fireOnComplete() {
        // Nobody listens.
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public void incrementInProgressAsyncCount() {
        // Nothing waits for it to end.
    }

    @Override
    public void decrementInProgressAsyncCount() {
        // Nothing waits for it to end.
    }
}
