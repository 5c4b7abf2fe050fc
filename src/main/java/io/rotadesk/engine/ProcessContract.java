package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The application's requirements for a process besides its variables: the names by which it starts the process and
 * talks to it. Without this check a model without them would be deployed silently, and calls would no longer come in.
 * So the gate refuses it.
 *
 * @param startMessages the messages by which the application starts the process
 * @param byHand whether people start it in Tasklist, by a start event without an event
 * @param messages the messages that the application sends to running instances
 * @param tasks the user tasks that the application asks for by id
 * @param elements the other elements that it asks for by id
 */
public record ProcessContract(
        Set<String> startMessages, boolean byHand, Set<String> messages, Set<String> tasks, Set<String> elements) {

    /** Only requires that the process exists and is executable. */
    static final ProcessContract NONE = new ProcessContract(Set.of(), false, Set.of(), Set.of(), Set.of());

    public ProcessContract {
        startMessages = Set.copyOf(startMessages);
        messages = Set.copyOf(messages);
        tasks = Set.copyOf(tasks);
        elements = Set.copyOf(elements);
    }

    public static ProcessContract startedBy(String... messages) {
        return new ProcessContract(Set.of(messages), false, Set.of(), Set.of(), Set.of());
    }

    public ProcessContract orByHand() {
        return new ProcessContract(startMessages, true, messages, tasks, elements);
    }

    public ProcessContract told(String... messages) {
        return new ProcessContract(startMessages, byHand, Set.of(messages), tasks, elements);
    }

    public ProcessContract withTasks(String... tasks) {
        return new ProcessContract(startMessages, byHand, messages, Set.of(tasks), elements);
    }

    public ProcessContract withElements(String... elements) {
        return new ProcessContract(startMessages, byHand, messages, tasks, Set.of(elements));
    }

    /** @return all messages, those that start it and those that it receives */
    Set<String> allMessages() {
        Set<String> all = new LinkedHashSet<>(startMessages);
        all.addAll(messages);
        return all;
    }

    /** @return the ids of all elements that are asked for */
    List<String> allElements() {
        List<String> all = new ArrayList<>(tasks);
        all.addAll(elements);
        return all;
    }
}
