package org.sightline.app.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.sightline.geo.DrawnShape;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;

/** What is being drawn: its vertices, and each step that led to them, so that it can be taken back. */
final class Sketch {
    /** What the vertices make. */
    enum Shape {
        ROUTE,
        AREA
    }

    private final Shape shape;
    private final Deque<List<Position>> before = new ArrayDeque<>();
    private final Deque<List<Position>> after = new ArrayDeque<>();
    private List<Position> vertices;

    Sketch(Shape shape, List<Position> vertices) {
        this.shape = shape;
        this.vertices = List.copyOf(vertices);
    }

    Shape shape() {
        return shape;
    }

    List<Position> vertices() {
        return vertices;
    }

    /** From each vertex to the next; of an area, from the last to the first too. */
    int sides() {
        int between = Math.max(0, vertices.size() - 1);
        return shape == Shape.AREA && vertices.size() > 2 ? between + 1 : between;
    }

    Position sideBegin(int side) {
        return vertices.get(side);
    }

    Position sideEnd(int side) {
        return vertices.get((side + 1) % vertices.size());
    }

    void add(Position position) {
        insert(vertices.size(), position);
    }

    /** Puts a vertex before the one that stands at {@code index}. */
    void insert(int index, Position position) {
        List<Position> changed = new ArrayList<>(vertices);
        changed.add(index, position);
        step(changed);
    }

    void move(int index, Position to) {
        List<Position> changed = new ArrayList<>(vertices);
        changed.set(index, to);
        step(changed);
    }

    void remove(int index) {
        List<Position> changed = new ArrayList<>(vertices);
        changed.remove(index);
        step(changed);
    }

    private void step(List<Position> changed) {
        before.push(vertices);
        after.clear();
        vertices = List.copyOf(changed);
    }

    /** Whether it is not what it began as. */
    boolean changed() {
        return !before.isEmpty() && !before.peekLast().equals(vertices);
    }

    boolean undo() {
        return swap(before, after);
    }

    boolean redo() {
        return swap(after, before);
    }

    private boolean swap(Deque<List<Position>> from, Deque<List<Position>> to) {
        if (from.isEmpty()) {
            return false;
        }
        to.push(vertices);
        vertices = from.pop();
        return true;
    }

    /** Whether there are enough vertices. */
    boolean isWhole() {
        return vertices.size() >= (shape == Shape.ROUTE ? 2 : 3);
    }

    /** @throws org.sightline.DomainException when the vertices make no such shape */
    Geometry geometry() {
        return shape == Shape.ROUTE ? DrawnShape.route(vertices) : DrawnShape.area(vertices);
    }

    /** Geodesic metres along the sides. */
    double metres() {
        double sum = 0;
        for (int side = 0; side < sides(); side++) {
            sum += Geodesic.distance(sideBegin(side), sideEnd(side));
        }
        return sum;
    }
}
