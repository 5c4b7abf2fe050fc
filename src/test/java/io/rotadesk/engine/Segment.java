package io.rotadesk.engine;

/** A straight piece of a flow. */
record Segment(double x1, double y1, double x2, double y2) {

    /** Lines that are nearer to each other than this look like one. */
    private static final double LOOKS_LIKE_ONE = 5;

    double length() {
        return Math.hypot(x2 - x1, y2 - y1);
    }

    boolean isSquare() {
        return x1 == x2 || y1 == y2;
    }

    /** Whether the inner parts of an upright and a level segment meet. Flows may join at their ends. */
    boolean crosses(Segment other) {
        return isUpright() != other.isUpright() && (isUpright() ? crossesLevel(other) : other.crossesLevel(this));
    }

    /** How many pixels the two run on top of one another. */
    double along(Segment other) {
        if (isUpright() && other.isUpright() && Math.abs(x1 - other.x1) < LOOKS_LIKE_ONE) {
            return common(y1, y2, other.y1, other.y2);
        }
        if (!isUpright() && !other.isUpright() && Math.abs(y1 - other.y1) < LOOKS_LIKE_ONE) {
            return common(x1, x2, other.x1, other.x2);
        }
        return 0;
    }

    boolean runsThrough(Box box) {
        return Math.min(x1, x2) < box.right()
                && Math.max(x1, x2) > box.left()
                && Math.min(y1, y2) < box.bottom()
                && Math.max(y1, y2) > box.top();
    }

    private boolean isUpright() {
        return x1 == x2;
    }

    private boolean crossesLevel(Segment level) {
        return between(x1, level.x1, level.x2) && between(level.y1, y1, y2);
    }

    private static boolean between(double value, double one, double other) {
        return value > Math.min(one, other) && value < Math.max(one, other);
    }

    private static double common(double from, double to, double otherFrom, double otherTo) {
        return Math.max(
                0,
                Math.min(Math.max(from, to), Math.max(otherFrom, otherTo))
                        - Math.max(Math.min(from, to), Math.min(otherFrom, otherTo)));
    }
}
