package io.rotadesk.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.w3c.dom.Element;

/**
 * A task listener of a model that is called when a time is over while the task is still open. The engine finds its timer
 * again by its id; of two with the same id it forgets the first, and without an id or a timer it cannot read the model.
 *
 * @param element any task listener
 */
record TimeoutListener(Element element) {

    /** The engine writes it into the timer's job between signs of its own. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** @return the message that says what is wrong; empty also for listeners of other events */
    Optional<String> problem() {
        if (!isTimeout(element)) {
            return Optional.empty();
        }
        boolean isUnique = ModelFile.children((Element) element.getParentNode()).stream()
                        .filter(TimeoutListener::isTimeout)
                        .filter(other -> id(other).equals(id(element)))
                        .count()
                == 1;
        return isUnique && ID.matcher(id(element)).matches() && hasTimer()
                ? Optional.empty()
                : Optional.of("model.timeout");
    }

    private boolean hasTimer() {
        List<Element> timers = ModelFile.children(element).stream()
                .filter(child -> child.getLocalName().equals("timerEventDefinition"))
                .toList();
        return timers.size() == 1
                && ModelFile.children(timers.get(0)).stream()
                                .filter(child -> child.getLocalName().startsWith("time"))
                                .count()
                        == 1;
    }

    private static boolean isTimeout(Element listener) {
        return listener.getLocalName().equals("taskListener")
                && listener.getAttribute("event").equals(TaskListener.EVENTNAME_TIMEOUT);
    }

    private static String id(Element listener) {
        return listener.getAttribute("id");
    }
}
