package org.sightline.map;

/**
 * Tells which vertices of a line a straight stretch may leave out, each being within a tolerance of it, in one pass (the
 * sleeve-fitting of Zhao and Saalfeld, 1997). Not safe for threads; made for many lines, one after another.
 */
final class Sleeve {
    private final double tolerance;
    private double fromX;
    private double fromY;
    /** Directions between which the stretch must run; only once it is {@link #narrowed}. */
    private double leftX;

    private double leftY;
    private double rightX;
    private double rightY;
    private boolean narrowed;
    private double farthest;

    /** @param tolerance in the unit of the vertices */
    Sleeve(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Begins a stretch at a vertex that is kept. */
    void begin(double x, double y) {
        fromX = x;
        fromY = y;
        narrowed = false;
        farthest = 0;
    }

    /** Whether the stretch may end here and leave out all that it {@linkplain #pass passed}. */
    boolean reaches(double x, double y) {
        double dx = x - fromX;
        double dy = y - fromY;
        return dx * dx + dy * dy >= farthest
                && (!narrowed || (leftX * dy - leftY * dx <= 0 && rightX * dy - rightY * dx >= 0));
    }

    /** Demands of the stretch to pass a vertex within the tolerance. */
    void pass(double x, double y) {
        double dx = x - fromX;
        double dy = y - fromY;
        double square = dx * dx + dy * dy;
        farthest = Math.max(farthest, square);
        if (square <= tolerance * tolerance) {
            return;
        }
        double sin = tolerance / Math.sqrt(square);
        double cos = Math.sqrt(1 - sin * sin);
        double newLeftX = dx * cos - dy * sin;
        double newLeftY = dx * sin + dy * cos;
        double newRightX = dx * cos + dy * sin;
        double newRightY = dy * cos - dx * sin;
        if (!narrowed || leftX * newLeftY - leftY * newLeftX < 0) {
            leftX = newLeftX;
            leftY = newLeftY;
        }
        if (!narrowed || rightX * newRightY - rightY * newRightX > 0) {
            rightX = newRightX;
            rightY = newRightY;
        }
        narrowed = true;
    }
}
