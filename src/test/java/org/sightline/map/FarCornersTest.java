package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.GridReference;
import org.sightline.geo.GridZone;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/** Maps across the antimeridian and about the poles; drawn to {@code target/screens}, to be looked at. */
class FarCornersTest {
    private static MapView view(double west, double east, double south, double north) {
        Envelope extent = new Envelope(west, east, south, north);
        return MapView.fit(MapProjection.fittedTo(extent), extent, 720, 540, 0);
    }

    private static double landShare(BufferedImage image) {
        int sea = Palette.of(MapTheme.LIGHT).sea().getRGB();
        int land = 0;
        for (int x = 0; x < image.getWidth(); x += 4) {
            for (int y = 0; y < image.getHeight(); y += 4) {
                land += image.getRGB(x, y) == sea ? 0 : 1;
            }
        }
        return land * 16.0 / image.getWidth() / image.getHeight();
    }

    @ParameterizedTest
    @CsvSource({
        "chukotka, 160, 195, 60, 73, 0.25, 0.9",
        "fiji, 174, 184, -21, -14, 0.005, 0.5",
        "svalbard, 8, 36, 76, 81.5, 0.05, 0.6",
        "norway, -2, 15, 54, 66, 0.1, 0.8",
        "antarctica, -180, 180, -90, -62, 0.2, 0.9",
        "north-pole, -180, 180, 78, 90, 0.0, 0.6",
        "world, -180, 180, -60, 84, 0.15, 0.9",
    })
    void theyAreDrawn(String name, double west, double east, double south, double north, double least, double most)
            throws IOException {
        Files.createDirectories(Path.of("target", "screens"));
        MapView view = view(west, east, south, north);
        BufferedImage bare = new BufferedImage(720, 540, BufferedImage.TYPE_INT_RGB);
        Graphics2D ground = bare.createGraphics();
        new MapPainter().paintBase(ground, view, MapTheme.LIGHT);
        ground.dispose();
        double share = landShare(bare);
        assertTrue(share >= least && share <= most, name + " is land to " + share);
        for (Notation notation : List.of(Notation.DECIMAL, Notation.MGRS)) {
            BufferedImage image = new BufferedImage(720, 540, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            MapPainter painter = new MapPainter();
            painter.paintBase(g, view, MapTheme.LIGHT);
            MapGrid.paint(g, view, MapTheme.LIGHT, notation, 0);
            painter.paintLabels(g, view, MapContent.of(List.of()), MapTheme.LIGHT);
            g.dispose();
            ImageIO.write(
                    image,
                    "png",
                    Path.of("target", "screens", "far-" + name + "-" + notation + ".png")
                            .toFile());
        }
    }

    @Test
    void whatIsSeenRunsOnPastTheAntimeridian() {
        Envelope fiji = view(174, 184, -21, -14).extent();
        assertTrue(fiji.getMinX() > 165 && fiji.getMinX() <= 174, fiji.toString());
        assertTrue(fiji.getMaxX() >= 184 && fiji.getMaxX() < 195, fiji.toString());
        List<Envelope> areas = view(174, 184, -21, -14).areas();
        assertEquals(2, areas.size());
        assertEquals(180, areas.get(0).getMaxX());
        assertEquals(-180, areas.get(1).getMinX());
        assertEquals(
                new Envelope(-180, 180, -90, -50).getMinY(),
                view(-180, 180, -90, -62).extent().getMinY());
        MapView belarus = view(23, 33, 51, 56.5);
        assertEquals(List.of(belarus.degrees()), belarus.areas());
    }

    @Test
    void aPlaceBeyondTheAntimeridianIsBesideOneOnThisSide() {
        MapView view = view(174, 184, -21, -14);
        double[] west = view.screen(new Position(-17, 179.9));
        double[] east = view.screen(new Position(-17, -179.9));
        assertTrue(east[0] > west[0] && east[0] - west[0] < 40, west[0] + " " + east[0]);
    }

    @Test
    void gridZonesCoverTheEarthOnceAndAreThoseOfReferences() {
        double area = GridZone.all().stream()
                .mapToDouble(zone -> zone.extent().getArea())
                .sum();
        assertEquals(360 * 180, area, 1e-6);
        Set<String> names = new TreeSet<>();
        for (GridZone zone : GridZone.all()) {
            assertTrue(names.add(zone.designator()), zone.designator());
            Envelope e = zone.extent();
            for (double x : new double[] {e.getMinX() + 1e-6, e.centre().x, e.getMaxX() - 1e-6}) {
                Position at = new Position(e.getMinY() + 1e-3, x);
                assertEquals(zone.designator(), GridReference.of(at).designator(), at.toString());
            }
        }
        // 60 zones in 20 bands, less 32X, 34X and 36X, and four around the poles
        assertEquals(1201, names.size());
    }
}
