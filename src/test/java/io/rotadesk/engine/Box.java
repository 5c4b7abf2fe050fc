package io.rotadesk.engine;

import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Where a shape is drawn, in pixels; y grows downwards. */
record Box(double left, double top, double width, double height) {

    static Box of(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    boolean overlaps(Box other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }
}
