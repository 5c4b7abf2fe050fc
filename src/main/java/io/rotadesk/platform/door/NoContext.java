package io.rotadesk.platform.door;

import org.apache.coyote.AsyncContextCallback;

/** Stands in for the application: Tomcat asks for the one a waiting request belongs to, and it belongs to none yet. */
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
