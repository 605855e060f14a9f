package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;

/** The painted map: what stands where, and what it looks like. */
class MapPainterTest {
    private static final Envelope BELARUS = new Envelope(23, 33, 51, 56.2);
    private static final MapView VIEW = MapView.fit(MapProjection.webMercator(), BELARUS, 800, 600, 20);

    private final MapPainter painter = new MapPainter();

    @Test
    void aPinIsATargetAboveItsPlace() {
        MapContent content = MapContent.of(
                new MapClaims().at(53.9, 27.57, PlacePrecision.EXACT).list());
        MapPainter.Painted painted = painter.paint(graphics(image()), VIEW, content, MapTheme.LIGHT);

        double[] place = VIEW.screen(new Position(53.9, 27.57));
        MapPainter.Target target = painted.targets().getFirst();
        assertEquals(1, painted.targets().size());
        assertEquals(List.of(1L), target.claimIds());
        assertEquals(place[0], target.placeX(), 0.01);
        assertEquals(place[1], target.placeY(), 0.01);
        assertTrue(target.y() < place[1] - 10, "the head stands above the place");
        assertEquals(Optional.of(target), painted.at(target.x() + 3, target.y() - 3));
        assertEquals(Optional.empty(), painted.at(target.x() + 60, target.y()));
    }

    @Test
    void claimsWithoutAPlaceAreNotOnTheMap() {
        MapContent content = MapContent.of(new MapClaims().nowhere().list());
        assertTrue(painter.paintClaims(graphics(image()), VIEW, content, MapTheme.LIGHT)
                .targets()
                .isEmpty());
    }

    @Test
    void numbersOfPinsAtOnePlaceNeverHideOneAnotherInPrint() {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 14; i++) {
            claims.at(51.81363, 29.1544, PlacePrecision.TOWN);
        }
        for (int i = 0; i < 6; i++) {
            claims.at(51.9 + i * 0.02, 29.2 + i * 0.03, PlacePrecision.EXACT);
        }
        MapContent content =
                MapContent.of(claims.list()).numbered(claims.numbers()).spread();
        List<MapPainter.Target> pins = painter.paintClaims(graphics(image()), VIEW, content, MapTheme.PRINT)
                .targets();

        assertEquals(20, pins.size());
        double touching = 2 * PinShape.radius(MapTheme.PRINT);
        for (MapPainter.Target a : pins) {
            for (MapPainter.Target b : pins) {
                double apart = Math.hypot(a.x() - b.x(), a.y() - b.y());
                assertTrue(a.equals(b) || apart >= touching, a.claimIds() + " hides " + b.claimIds());
            }
        }
    }

    @Test
    void onPaperPinsAreWholeInALowFrame() {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 8; i++) {
            claims.at(51.81363, 29.1544, PlacePrecision.TOWN);
        }
        claims.at(52.6, 29.1544, PlacePrecision.EXACT); // beside the map
        MapView low = MapView.fit(MapProjection.webMercator(), new Envelope(28, 33, 51.6, 52.1), 174, 81, 0);
        MapContent content =
                MapContent.of(claims.list()).numbered(claims.numbers()).spread();
        List<MapPainter.Target> pins = painter.paintClaims(graphics(image()), low, content, MapTheme.PRINT)
                .targets();
        assertEquals(8, pins.size());
        double radius = PinShape.radius(MapTheme.PRINT);
        for (MapPainter.Target a : pins) {
            assertTrue(a.x() > radius && a.x() < 174 - radius && a.y() > radius && a.y() < 81 - radius, "cut: " + a);
            for (MapPainter.Target b : pins) {
                double apart = Math.hypot(a.x() - b.x(), a.y() - b.y());
                assertTrue(a.equals(b) || apart >= 2 * radius, a.claimIds() + " hides " + b.claimIds());
            }
        }
    }

    @Test
    void manyClosePinsAreOneClusterThatCanBeOpenedOut() {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 30; i++) {
            claims.at(51.81363, 29.1544, PlacePrecision.EXACT);
        }
        MapContent gathered = MapContent.of(claims.list());
        List<MapPainter.Target> cluster = painter.paintClaims(graphics(image()), VIEW, gathered, MapTheme.LIGHT)
                .targets();
        assertEquals(1, cluster.size());
        assertEquals(30, cluster.getFirst().claimIds().size());

        MapContent opened = gathered.opening(Set.copyOf(cluster.getFirst().claimIds()));
        assertEquals(
                30,
                painter.paintClaims(graphics(image()), VIEW, opened, MapTheme.LIGHT)
                        .targets()
                        .size());
    }

    /** What they are about, the most frequent first, and in the colours of their statuses about the disc. */
    @Test
    void aClusterSaysWhatItIsMadeOf() {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 30; i++) {
            claims.at(51.81363, 29.1544, PlacePrecision.EXACT);
        }
        List<Category> kinds = List.of(
                Category.STRIKE,
                Category.MOVEMENT,
                Category.MOVEMENT,
                new Category("drones"),
                Category.MOVEMENT,
                Category.OTHER);
        List<Claim> mixed = new ArrayList<>();
        for (Claim claim : claims.list()) {
            mixed.add(claim.withCategory(kinds.get(mixed.size() % kinds.size())));
        }
        List<MapPainter.Target> cluster = painter.paintClaims(
                        graphics(image()), VIEW, MapContent.of(mixed), MapTheme.LIGHT)
                .targets();
        assertEquals(
                List.of(
                        new MapPainter.Share(Category.MOVEMENT, 15),
                        new MapPainter.Share(Category.STRIKE, 5),
                        new MapPainter.Share(new Category("drones"), 5),
                        new MapPainter.Share(Category.OTHER, 5)),
                cluster.getFirst().categories());
        List<Claim> alike = claims.list().stream()
                .map(claim -> claim.withCategory(Category.MOVEMENT))
                .toList();
        BufferedImage one = image();
        painter.paintClaims(graphics(one), VIEW, MapContent.of(alike), MapTheme.LIGHT);
        BufferedImage several = image();
        painter.paintClaims(graphics(several), VIEW, MapContent.of(mixed), MapTheme.LIGHT);
        MapPainter.Target disc = cluster.getFirst();
        int left = (int) Math.round(disc.x() - disc.radius() * 0.65);
        int base = (int) Math.round(disc.y() + disc.radius() - 2);
        assertNotEquals(one.getRGB(left, base), several.getRGB(left, base), "the first of three stands at the left");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noClusterHidesAnother(int seed) {
        MapClaims claims = new MapClaims();
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) { // of three in a row the first takes the second, and comes near the third
            double lat = 52.2 + 3.8 * random.nextDouble();
            double lon = 23.2 + 9.6 * random.nextDouble();
            clump(claims, lat, lon, 8);
            clump(claims, lat - 0.385, lon, 500);
            clump(claims, lat - 0.6, lon + 0.1, 500);
        }
        List<MapPainter.Target> discs = painter.paintClaims(
                        graphics(image()), VIEW, MapContent.of(claims.list()), MapTheme.LIGHT)
                .targets();
        assertTrue(discs.size() > 5, discs.size() + " clusters");
        for (MapPainter.Target a : discs) {
            for (MapPainter.Target b : discs) {
                double apart = Math.hypot(a.x() - b.x(), a.y() - b.y());
                double radii = a.radius() + b.radius() - 4; // of the discs, without what is given to the pointer
                assertTrue(a.equals(b) || apart >= radii, apart + " between " + radii);
            }
        }
    }

    private static void clump(MapClaims claims, double lat, double lon, int count) {
        for (int i = 0; i < count; i++) {
            claims.at(lat, lon, PlacePrecision.EXACT);
        }
    }

    /** They look the same on the map, so there is one shape for all of them and room for others. */
    @Test
    void peoplesOwnCategoriesShareOneShapeOfACluster() {
        List<Claim> place = new ArrayList<>();
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 30; i++) {
            claims.at(51.81363, 29.1544, PlacePrecision.EXACT);
        }
        claims.list().forEach(claim -> place.add(claim.withCategory(Category.OTHER)));
        List<Claim> own = new ArrayList<>();
        for (Claim claim : place) {
            own.add(claim.withCategory(new Category(own.size() % 2 == 0 ? "drones" : "rail")));
        }
        assertArrayEquals(pixels(place), pixels(own));
        List<Claim> mixed = new ArrayList<>(own);
        mixed.set(0, own.getFirst().withCategory(Category.STRIKE));
        assertFalse(Arrays.equals(pixels(place), pixels(mixed)));
    }

    private int[] pixels(List<Claim> claims) {
        BufferedImage image = image();
        painter.paintClaims(graphics(image), VIEW, MapContent.of(claims), MapTheme.LIGHT);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void panningDoesNotRegroupClusters() {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 40; i++) {
            claims.at(53 + i % 7 * 0.11, 27 + i % 9 * 0.17, PlacePrecision.EXACT);
        }
        MapContent content = MapContent.of(claims.list());
        List<List<Long>> before = groups(VIEW, content);
        assertTrue(before.size() < 40, "some are gathered");
        assertEquals(before, groups(VIEW.panned(37.3, -21.8), content));
    }

    private List<List<Long>> groups(MapView view, MapContent content) {
        return painter.paintClaims(graphics(image()), view, content, MapTheme.LIGHT).targets().stream()
                .map(t -> t.claimIds().stream().sorted().toList())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    @Test
    void aRouteHasItsPinOnItsLineAndInSight() {
        MapContent content = MapContent.of(
                new MapClaims().along(false, 53.9, 27.57, 55.75, 37.62).list());
        MapPainter.Target pin = painter.paintClaims(graphics(image()), VIEW, content, MapTheme.LIGHT)
                .targets()
                .getFirst();
        assertTrue(pin.placeX() > 0 && pin.placeX() < VIEW.width(), "though the route's middle is out of sight");
        BufferedImage image = image();
        painter.paintClaims(graphics(image), VIEW, MapContent.of(content.claims()), MapTheme.LIGHT);
        assertTrue(image.getRGB((int) pin.placeX(), (int) pin.placeY()) != 0, "the line is painted there");
    }

    @Test
    void anAreaIsTintedWithin() {
        BufferedImage image = image();
        MapContent content = MapContent.of(
                new MapClaims().over(52, 25, 53, 25, 53, 29, 52, 29, 52, 25).list());
        painter.paintClaims(graphics(image), VIEW, content, MapTheme.LIGHT);
        double[] inside = VIEW.screen(new Position(52.2, 25.4));
        double[] outside = VIEW.screen(new Position(54.5, 25.4));
        assertTrue(image.getRGB((int) inside[0], (int) inside[1]) >>> 24 > 0);
        assertEquals(0, image.getRGB((int) outside[0], (int) outside[1]));
    }

    @Test
    void aSelectedPinLooksDifferentAndSoDoesAHoveredOne() {
        List<org.sightline.claim.Claim> claims =
                new MapClaims().at(53.9, 27.57, PlacePrecision.EXACT).list();
        int[] plain = pixels(MapContent.of(claims), MapTheme.LIGHT);
        int[] selected = pixels(MapContent.of(claims).selecting(Set.of(1L)), MapTheme.LIGHT);
        int[] hovered = pixels(MapContent.of(claims).hovering(OptionalLong.of(1)), MapTheme.LIGHT);
        assertTrue(differing(plain, selected) > 150, "selection is not a matter of a few pixels");
        assertTrue(differing(plain, hovered) > 100);
        assertTrue(differing(hovered, selected) > 50);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusCanBeToldInGrey(Status status) {
        int[] own = pixels(one(status, Modality.HAPPENED), MapTheme.MONOCHROME);
        for (Status other : Status.values()) {
            int[] compared = pixels(one(other, Modality.HAPPENED), MapTheme.MONOCHROME);
            assertTrue(other == status || differing(own, compared) > 40, status + " looks like " + other);
        }
    }

    @Test
    void plannedAndDeniedLookUnlikeWhatHappened() {
        int[] happened = pixels(one(Status.UNVERIFIED, Modality.HAPPENED), MapTheme.PRINT);
        int[] planned = pixels(one(Status.UNVERIFIED, Modality.PLANNED), MapTheme.PRINT);
        int[] denied = pixels(one(Status.UNVERIFIED, Modality.DENIED), MapTheme.PRINT);
        assertTrue(differing(happened, planned) > 120);
        assertTrue(differing(happened, denied) > 120);
        assertTrue(differing(planned, denied) > 25);
    }

    @Test
    void aPlaceKnownOnlyToTheDistrictHasARingAndNoPoint() {
        MapContent sharp = MapContent.of(
                new MapClaims().at(53.9, 27.57, PlacePrecision.EXACT).list());
        MapContent vague = MapContent.of(
                new MapClaims().at(53.9, 27.57, PlacePrecision.DISTRICT).list());
        double[] place = VIEW.screen(new Position(53.9, 27.57));
        BufferedImage sharpMap = image();
        painter.paintClaims(graphics(sharpMap), VIEW, sharp, MapTheme.LIGHT);
        BufferedImage vagueMap = image();
        painter.paintClaims(graphics(vagueMap), VIEW, vague, MapTheme.LIGHT);
        int ringX = (int) (place[0] + 18_000 / Math.cos(Math.toRadians(53.9)) / VIEW.metresPerPixel());
        assertEquals(0, sharpMap.getRGB(ringX, (int) place[1]));
        assertTrue(vagueMap.getRGB(ringX, (int) place[1]) != 0, "the ring reaches about 20 km");
    }

    @Test
    void whatAPlaceIsKnownWithinIsDrawnWhereItsMiddleIsOutOfSight() {
        MapView beside = MapView.fit(MapProjection.webMercator(), new Envelope(23, 26.2, 52, 55), 800, 600, 0);
        MapContent far = MapContent.of(
                new MapClaims().at(53.9, 29, PlacePrecision.REGION).list());
        assertTrue(beside.screen(new Position(53.9, 29))[0] > 800);
        assertTrue(MapPainter.reaches(beside, 29, 53.9, 300_000));
        assertFalse(MapPainter.reaches(beside, 29, 53.9, 20_000));
        assertFalse(MapPainter.reaches(beside, 29, 53.9, 5_000));
        assertTrue(MapPainter.reaches(beside, 25, 53.9, 1));

        BufferedImage image = image();
        MapPainter.Painted painted = painter.paintClaims(graphics(image), beside, far, MapTheme.LIGHT);
        assertEquals(0, painted.targets().size());
        double[] west = beside.screen(new Position(53.9, 27.8)); // 79 km from the middle, which is known to 100
        assertTrue(image.getRGB((int) west[0], (int) west[1]) != 0);
    }

    @Test
    void monochromeHasNoColour() {
        MapClaims claims = new MapClaims()
                .at(53.9, 27.57, PlacePrecision.TOWN, Category.STRIKE, Status.DISPUTED, Modality.HAPPENED)
                .along(true, 52.1, 23.7, 53.9, 27.57);
        BufferedImage image = image();
        painter.paint(graphics(image), VIEW, MapContent.of(claims.list()), MapTheme.MONOCHROME);
        for (int argb : rgb(image)) {
            int red = argb >> 16 & 0xFF;
            assertTrue(red == (argb >> 8 & 0xFF) && red == (argb & 0xFF), Integer.toHexString(argb));
        }
    }

    @ParameterizedTest
    @EnumSource(MapTheme.class)
    void paintingTwiceGivesTheSamePixels(MapTheme theme) {
        MapClaims claims = new MapClaims()
                .at(53.9, 27.57, PlacePrecision.TOWN)
                .at(53.9, 27.57, PlacePrecision.REGION)
                .along(false, 53.9, 27.57, 55.75, 37.62)
                .over(52, 25, 53, 25, 53, 29, 52, 29, 52, 25);
        MapContent content = MapContent.of(claims.list()).numbered(claims.numbers());
        assertArrayEquals(pixels(content, theme), pixels(content, theme));
    }

    @Test
    void seaAndLandAreWhereTheyBelong() {
        BufferedImage image = image();
        MapView baltic = MapView.fit(MapProjection.webMercator(), new Envelope(15, 25, 53, 59), 800, 600, 0);
        painter.paintBase(graphics(image), baltic, MapTheme.LIGHT);
        double[] sea = baltic.screen(new Position(55.8, 18.4));
        double[] land = baltic.screen(new Position(54.1, 22.2));
        Palette palette = Palette.of(MapTheme.LIGHT);
        assertEquals(palette.sea().getRGB(), image.getRGB((int) sea[0], (int) sea[1]));
        assertEquals(palette.land().getRGB(), image.getRGB((int) land[0], (int) land[1]));
    }

    @Test
    void aProjectionFittedForPrintIsPaintedToo() {
        MapView view = MapView.fit(MapProjection.fittedTo(BELARUS), BELARUS, 800, 600, 10);
        BufferedImage image = image();
        MapClaims claims = new MapClaims().at(53.9, 27.57, PlacePrecision.TOWN);
        MapPainter.Painted painted = painter.paint(graphics(image), view, MapContent.of(claims.list()), MapTheme.PRINT);
        assertFalse(painted.targets().isEmpty());
        double[] land = view.screen(new Position(55.3, 28.4));
        assertEquals(Palette.of(MapTheme.PRINT).land().getRGB(), image.getRGB((int) land[0], (int) land[1]));
    }

    private static MapContent one(Status status, Modality modality) {
        return MapContent.of(new MapClaims()
                .at(53.9, 27.57, PlacePrecision.EXACT, Category.EQUIPMENT, status, modality)
                .list());
    }

    private int[] pixels(MapContent content, MapTheme theme) {
        BufferedImage image = image();
        painter.paint(graphics(image), VIEW, content, theme);
        return rgb(image);
    }

    private static int differing(int[] a, int[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += a[i] == b[i] ? 0 : 1;
        }
        return count;
    }

    private static int[] rgb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static BufferedImage image() {
        return new BufferedImage(VIEW.width(), VIEW.height(), BufferedImage.TYPE_INT_ARGB);
    }

    private static Graphics2D graphics(BufferedImage image) {
        return image.createGraphics();
    }

    @Test
    void aThousandPinsAreMarksOfEqualLookOnScreenAndPage() {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 1000; i++) {
            claims.at(51.5 + i % 40 * 0.1, 24 + Math.floorDiv(i, 40) * 0.3, PlacePrecision.EXACT);
        }
        MapContent content = MapContent.of(claims.list()).spread();
        BufferedImage screen = image();
        BufferedImage page = image();
        MapPainter.Painted painted =
                painter.paintClaims(graphics(screen), VIEW, content, MapTheme.LIGHT, MapPainter.Medium.RASTER);
        painter.paintClaims(graphics(page), VIEW, content, MapTheme.LIGHT, MapPainter.Medium.VECTOR);
        assertEquals(1000, painted.targets().size());
        double covered = covered(screen);
        assertTrue(covered > 10_000);
        assertEquals(1, covered(page) / covered, 0.15);
    }

    @Test
    void anAreaAcrossTheAntimeridianHasNoEdgeAlongIt() throws ParseException {
        Geometry area = new WKTReader()
                .read("MULTIPOLYGON (((170 -10, 180 -10, 180 10, 170 10, 170 -10)),"
                        + " ((-180 -10, -170 -10, -170 10, -180 10, -180 -10)))");
        Envelope around = new Envelope(168, 192, -12, 12);
        MapView view = MapView.fit(MapProjection.fittedTo(around), around, 800, 600, 20);
        MapContent content = MapContent.of(new MapClaims().over(area).list());
        BufferedImage image = image();
        painter.paintClaims(graphics(image), view, content, MapTheme.LIGHT);
        assertTrue(darkest(image, view, 170, 5) > 200, "its true edge is drawn");
        assertTrue(darkest(image, view, 180, 5) < 160, "the cut is not");
    }

    /** The most opaque pixel within some pixels east and west of a place, 0 to 255. */
    private static int darkest(BufferedImage image, MapView view, double lon, double lat) {
        double[] at = view.screen(new Position(lat, lon));
        int most = 0;
        for (int x = (int) at[0] - 3; x <= at[0] + 3; x++) {
            most = Math.max(most, image.getRGB(x, (int) at[1]) >>> 24);
        }
        return most;
    }

    private static double covered(BufferedImage image) {
        int count = 0;
        for (int argb : rgb(image)) {
            count += argb >>> 24 > 127 ? 1 : 0;
        }
        return count;
    }
}
