package io.rotadesk.engine;

import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Does something in another transaction while a task is being completed. */
@ModelBean("meanwhile")
public class Meanwhile implements TaskListener {

    private Runnable next = () -> {};

    public void once(Runnable work) {
        next = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Runnable now = next;
        next = () -> {};
        CompletableFuture.runAsync(now).join();
    }
}
