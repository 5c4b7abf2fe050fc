package io.rotadesk.engine;

/**
 * Takes one value out of what some form shows, for a form that a process owner changes: as {@code
 * ${views.value(calls.registerCall(callId), 'budget')}} in a model. The whole of another view can be added as one more input
 * without this.
 */
@ModelBean("views")
public class OfferedValues {

    /**
     * @param view null shows nothing
     * @param name of the value
     * @throws IllegalArgumentException if the view has no such value
     */
    public Object value(FormView view, String name) {
        if (view == null) {
            return null;
        }
        if (!ViewParts.of(view.getClass()).names().contains(name)) {
            throw new IllegalArgumentException(view.getClass().getSimpleName() + " has no value '" + name + "'; it has "
                    + ViewParts.of(view.getClass()).names());
        }
        return ViewParts.value(view, name);
    }
}
