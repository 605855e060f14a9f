package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;
import org.sightline.claim.PlacePrecision;
import org.sightline.geo.MapProjection;

class DensityTest {
    private static final MapView VIEW =
            MapView.fit(MapProjection.webMercator(), new Envelope(27, 31, 51, 54), 640, 480, 10);

    private static Density density(List<Claim> claims) {
        return Density.of(ClaimField.of(VIEW.projection(), claims), VIEW);
    }

    private static double at(Density density, double lat, double lon) {
        double[] xy = VIEW.screen(new org.sightline.geo.Position(lat, lon));
        return density.at(xy[0], xy[1]);
    }

    private static double sum(Density density) {
        double sum = 0;
        for (int x = 2; x < VIEW.width(); x += 4) {
            for (int y = 2; y < VIEW.height(); y += 4) {
                sum += density.at(x, y) * 16;
            }
        }
        return sum;
    }

    @Test
    void eachClaimCountsOnceHoweverWideItIsSpread() {
        for (PlacePrecision precision : List.of(PlacePrecision.EXACT, PlacePrecision.TOWN, PlacePrecision.DISTRICT)) {
            List<Claim> claims = new MapClaims()
                    .at(52.5, 29, precision)
                    .at(52.6, 29.2, precision)
                    .list();
            assertEquals(2, sum(density(claims)), 0.05, precision.name());
        }
    }

    @Test
    void whatIsKnownOfADistrictMakesNoSharpSpot() {
        Density sharp =
                density(new MapClaims().at(52.5, 29, PlacePrecision.EXACT).list());
        Density vague =
                density(new MapClaims().at(52.5, 29, PlacePrecision.REGION).list());
        assertTrue(at(sharp, 52.5, 29) > 10 * at(vague, 52.5, 29));
        assertTrue(at(vague, 52.9, 29) > 0.3 * at(vague, 52.5, 29));
        assertEquals(0, at(sharp, 52.9, 29), 1e-9);
    }

    @Test
    void theDensestSpotIsWhereMostClaimsLieAndOnlySelectedClaimsHavePins() {
        MapClaims many = new MapClaims().at(53.5, 28, PlacePrecision.EXACT);
        for (int i = 0; i < 50; i++) {
            many.at(52 + i % 5 * 0.001, 30 + i % 7 * 0.001, PlacePrecision.EXACT);
        }
        Density density = density(many.list());
        assertTrue(at(density, 52, 30) > 20 * at(density, 53.5, 28));
        MapContent content = MapContent.of(many.list()).asDensity(true);
        BufferedImage image = new BufferedImage(VIEW.width(), VIEW.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        assertEquals(
                List.of(),
                new MapPainter().paintClaims(g, VIEW, content, MapTheme.LIGHT).targets());
        double[] dense = VIEW.screen(new org.sightline.geo.Position(52, 30));
        double[] bare = VIEW.screen(new org.sightline.geo.Position(53.8, 30.9));
        assertTrue(image.getRGB((int) dense[0], (int) dense[1]) >>> 24 > 200);
        assertEquals(0, image.getRGB((int) bare[0], (int) bare[1]) >>> 24);
        MapPainter.Painted chosen =
                new MapPainter().paintClaims(g, VIEW, content.selecting(Set.of(1L)), MapTheme.LIGHT);
        assertEquals(
                List.of(List.of(1L)),
                chosen.targets().stream().map(t -> t.claimIds()).toList());
        g.dispose();
    }
}
