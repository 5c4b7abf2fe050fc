package io.rotadesk.engine;

/**
 * One difference between two versions of a model.
 *
 * @param element the id of the element, or of the component of a form
 * @param type the kind of element, such as {@code userTask}
 * @param name of the element as people read it; its id where it has none
 * @param property what has changed, such as {@code documentation}; null for an element that was added, removed or moved
 * @param before as it is written in the earlier version; null where there was nothing
 * @param after as it is written in the later version; null where there is nothing
 */
public record ModelChange(
        Kind kind, String element, String type, String name, String property, String before, String after) {

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Only drawn at another place. */
        MOVED
    }
}
