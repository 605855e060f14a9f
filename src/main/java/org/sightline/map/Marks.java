package org.sightline.map;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.sightline.claim.Status;

/**
 * Small marks for claims too many to have a pin each: shape by category, colour by status, hollow when it did not
 * happen, pale when the place is known only roughly. On a raster each kind is drawn once and then copied; on a page that
 * has {@link Stamps} each kind is held once; on others each mark is a shape. Not safe for threads; made for one painting.
 */
final class Marks {
    private static final double SIZE = 0.36;

    /** Of a mark's radius; with its outline it is no larger. */
    private static final double REACH = 1.6;

    private static final float PALE = 0.4f;
    private static final int STATUSES = Status.values().length;
    private static final int CODES = PinShape.values().length * STATUSES * 4;

    /** What a mark looks like. */
    private record Kind(PinShape shape, Status status, boolean hollow, boolean rough) {}

    private final MapTheme theme;
    private final double radius;
    private final List<Kind> kinds = new ArrayList<>();
    /** By code, the number of a kind, from 1; 0 for one that has not been met. */
    private final int[] numbers = new int[CODES];

    private int[] which;
    private double[] xs;
    private double[] ys;
    private int size;

    /** @param most at most so many will be added */
    Marks(MapTheme theme, double pinRadius, int most) {
        this.theme = theme;
        this.radius = pinRadius * SIZE;
        this.which = new int[most];
        this.xs = new double[most];
        this.ys = new double[most];
    }

    /** @param roughness pixels within which the place is known */
    @SuppressWarnings("EnumOrdinal") // a code is good for one painting
    void add(ClaimField field, int index, double roughness, double x, double y) {
        PinShape shape = PinShape.of(field.category(index));
        Status status = field.status(index);
        boolean hollow = PinPainter.hollow(field.modality(index));
        boolean rough = roughness > 4 * radius;
        int code = ((shape.ordinal() * STATUSES + status.ordinal()) * 2 + (hollow ? 1 : 0)) * 2 + (rough ? 1 : 0);
        if (numbers[code] == 0) {
            kinds.add(new Kind(shape, status, hollow, rough));
            numbers[code] = kinds.size();
        }
        which[size] = numbers[code] - 1;
        xs[size] = x;
        ys[size++] = y;
    }

    /** Paints all that were added, in their order. */
    void paint(Graphics2D g, MapView view, MapPainter.Medium medium) {
        switch (medium) {
            case RASTER -> sheet(g, view).paint(g, which, xs, ys, size);
            case VECTOR -> {
                if (g.getRenderingHint(Stamps.KEY) instanceof Stamps stamps) {
                    trim();
                    stamps.stamp(g, drawings(), radius * REACH, which, xs, ys);
                } else {
                    for (int i = 0; i < size; i++) {
                        draw(g, kinds.get(which[i]), xs[i], ys[i]);
                    }
                }
            }
        }
    }

    private void trim() {
        which = Arrays.copyOf(which, size);
        xs = Arrays.copyOf(xs, size);
        ys = Arrays.copyOf(ys, size);
    }

    private MarkSheet sheet(Graphics2D g, MapView view) {
        double scale = Math.max(1, Math.sqrt(Math.abs(g.getTransform().getDeterminant())));
        return new MarkSheet(view, scale, drawings(), radius * REACH);
    }

    private List<Consumer<Graphics2D>> drawings() {
        return kinds.stream()
                .<Consumer<Graphics2D>>map(kind -> g -> draw(g, kind, 0, 0))
                .toList();
    }

    private void draw(Graphics2D g, Kind kind, double x, double y) {
        Graphics2D own = (Graphics2D) g.create();
        if (kind.rough()) {
            own.setComposite(AlphaComposite.SrcOver.derive(PALE));
        }
        Palette palette = Palette.of(theme);
        Palette.Tone tone = Palette.tone(kind.status(), theme);
        Shape mark = new AffineTransform(radius, 0, 0, radius, x, y)
                .createTransformedShape(kind.shape().head());
        own.setColor(kind.hollow() ? palette.paper() : tone.body());
        own.fill(mark);
        own.setColor(kind.hollow() ? tone.line() : palette.paper());
        own.setStroke(PinPainter.round(radius * (kind.hollow() ? 0.36 : 0.22)));
        own.draw(mark);
        own.dispose();
    }
}
