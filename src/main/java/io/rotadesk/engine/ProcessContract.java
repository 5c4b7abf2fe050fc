package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the application needs of a process besides its variables: the names by which it starts the process and talks to it.
 * A model that no longer has them would be deployed without a word, and calls would no longer come in. So the gate refuses
 * it.
 *
 * @param startMessages by which the application starts the process
 * @param byHand whether people start it in Tasklist, by a start event without an event
 * @param byTimer whether it starts by itself, by a timer
 * @param messages which the application sends to running instances
 * @param tasks user tasks that the application asks for by id
 * @param elements other elements that it asks for by id
 */
public record ProcessContract(
        Set<String> startMessages,
        boolean byHand,
        boolean byTimer,
        Set<String> messages,
        Set<String> tasks,
        Set<String> elements) {

    /** Nothing but that the process is there and can be executed. */
    static final ProcessContract NONE = new ProcessContract(Set.of(), false, false, Set.of(), Set.of(), Set.of());

    public ProcessContract {
        startMessages = Set.copyOf(startMessages);
        messages = Set.copyOf(messages);
        tasks = Set.copyOf(tasks);
        elements = Set.copyOf(elements);
    }

    public static ProcessContract startedBy(String... messages) {
        return new ProcessContract(Set.of(messages), false, false, Set.of(), Set.of(), Set.of());
    }

    public ProcessContract orByHand() {
        return new ProcessContract(startMessages, true, byTimer, messages, tasks, elements);
    }

    public ProcessContract orByTimer() {
        return new ProcessContract(startMessages, byHand, true, messages, tasks, elements);
    }

    public ProcessContract told(String... messages) {
        return new ProcessContract(startMessages, byHand, byTimer, Set.of(messages), tasks, elements);
    }

    public ProcessContract withTasks(String... tasks) {
        return new ProcessContract(startMessages, byHand, byTimer, messages, Set.of(tasks), elements);
    }

    public ProcessContract withElements(String... elements) {
        return new ProcessContract(startMessages, byHand, byTimer, messages, tasks, Set.of(elements));
    }

    /** @return all messages, in whichever direction of the process */
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
