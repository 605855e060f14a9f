package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Category;
import org.sightline.claim.Modality;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;
import org.sightline.geo.MapProjection;

/** Claims too many for pins, each a mark on its place. */
class MarksTest {
    private static final int MANY = 700;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private final MapView view =
            MapView.fit(MapProjection.webMercator(), new Envelope(23, 33, 50, 55), WIDTH, HEIGHT, 0);

    private static MapContent many(PlacePrecision precision, Modality modality) {
        MapClaims claims = new MapClaims();
        Random random = new Random(11);
        for (int i = 0; i < MANY; i++) {
            claims.at(
                    50.5 + 4 * random.nextDouble(),
                    24 + 8 * random.nextDouble(),
                    precision,
                    List.of(Category.EQUIPMENT, Category.STRIKE, Category.PERSONNEL)
                            .get(i % 3),
                    List.of(Status.values()).get(i % 5),
                    modality);
        }
        return MapContent.of(claims.list()).spread();
    }

    private record Drawn(BufferedImage image, MapPainter.Painted painted) {}

    private Drawn drawn(MapContent content, MapPainter.Medium medium, double scale) {
        BufferedImage image =
                new BufferedImage((int) (WIDTH * scale), (int) (HEIGHT * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(scale, scale);
        MapPainter.Painted painted = new MapPainter().paintClaims(g, view, content, MapTheme.LIGHT, medium);
        g.dispose();
        return new Drawn(image, painted);
    }

    /** Copies stand on whole pixels, shapes anywhere: they differ at their edges and nowhere else. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void copiesLookLikeTheShapesTheyStandFor(double scale) {
        MapContent content = many(PlacePrecision.EXACT, Modality.HAPPENED);
        BufferedImage copied = drawn(content, MapPainter.Medium.RASTER, scale).image();
        BufferedImage shapes = drawn(content, MapPainter.Medium.VECTOR, scale).image();
        long inked = 0;
        long difference = 0;
        for (int y = 0; y < copied.getHeight(); y++) {
            for (int x = 0; x < copied.getWidth(); x++) {
                Color a = new Color(copied.getRGB(x, y));
                Color b = new Color(shapes.getRGB(x, y));
                inked += b.getRGB() == Color.WHITE.getRGB() ? 0 : 1;
                difference += Math.abs(a.getRed() - b.getRed())
                        + Math.abs(a.getGreen() - b.getGreen())
                        + Math.abs(a.getBlue() - b.getBlue());
            }
        }
        assertTrue(inked > 5_000, "" + inked);
        assertTrue(difference / (3.0 * inked) < 40, "" + difference / (3.0 * inked));
    }

    @Test
    void everyMarkCanBePointedAtAndTheTopmostIsMet() {
        MapPainter.Painted painted = drawn(many(PlacePrecision.EXACT, Modality.HAPPENED), MapPainter.Medium.RASTER, 1)
                .painted();
        assertEquals(MANY, painted.targets().size());
        for (int i = 0; i < MANY; i += 50) {
            MapPainter.Target target = painted.targets().get(i);
            MapPainter.Target met = painted.at(target.x(), target.y()).orElseThrow();
            assertTrue(painted.targets().indexOf(met) >= i);
        }
    }

    @Test
    void theSelectedOneStandsOutAsAPin() {
        MapContent content = many(PlacePrecision.EXACT, Modality.HAPPENED);
        BufferedImage plain = drawn(content, MapPainter.Medium.RASTER, 1).image();
        Drawn chosen = drawn(content.selecting(Set.of(5L)), MapPainter.Medium.RASTER, 1);
        MapPainter.Target last = chosen.painted().targets().getLast();
        assertEquals(List.of(5L), last.claimIds());
        int x = (int) last.placeX();
        int y = (int) (last.placeY() - 1.85 * PinShape.radius(MapTheme.LIGHT));
        assertNotEquals(plain.getRGB(x, y), chosen.image().getRGB(x, y));
    }

    /** Never a sharp mark for a place known only roughly; never a full one for what did not happen. */
    @Test
    void roughPlacesArePaleAndPlansHollow() {
        assertTrue(ink(many(PlacePrecision.REGION, Modality.HAPPENED))
                < 0.7 * ink(many(PlacePrecision.EXACT, Modality.HAPPENED)));
        assertTrue(middle(Modality.PLANNED) > 720 && middle(Modality.PREDICTED) > 720);
        assertTrue(middle(Modality.HAPPENED) < 690);
    }

    /** Brightness, 0 to 765, at the middle of the mark that was drawn last. */
    private int middle(Modality modality) {
        Drawn drawn = drawn(many(PlacePrecision.EXACT, modality), MapPainter.Medium.RASTER, 2);
        MapPainter.Target last = drawn.painted().targets().getLast();
        Color c = new Color(drawn.image().getRGB((int) (2 * last.placeX()), (int) (2 * last.placeY())));
        return c.getRed() + c.getGreen() + c.getBlue();
    }

    private double ink(MapContent content) {
        BufferedImage image = drawn(content, MapPainter.Medium.RASTER, 1).image();
        double ink = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Color c = new Color(image.getRGB(x, y));
                ink += 765 - c.getRed() - c.getGreen() - c.getBlue();
            }
        }
        return ink;
    }

    @Test
    void aPageThatHoldsStampsIsGivenEachKindOnceAndEveryPlace() {
        List<Integer> drawings = new ArrayList<>();
        List<Double> places = new ArrayList<>();
        Stamps stamps = (g, kinds, reach, which, x, y) -> {
            drawings.add(kinds.size());
            for (int i = 0; i < which.length; i++) {
                assertTrue(which[i] < kinds.size());
                places.add(x[i]);
            }
        };
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(Stamps.KEY, stamps);
        MapContent content = many(PlacePrecision.EXACT, Modality.HAPPENED).hovering(OptionalLong.empty());
        MapPainter.Painted painted =
                new MapPainter().paintClaims(g, view, content, MapTheme.PRINT, MapPainter.Medium.VECTOR);
        assertEquals(List.of(15), drawings); // three categories in five statuses
        assertEquals(painted.targets().stream().map(MapPainter.Target::placeX).toList(), places);
        assertEquals(new AffineTransform(), g.getTransform());
        g.dispose();
    }
}
