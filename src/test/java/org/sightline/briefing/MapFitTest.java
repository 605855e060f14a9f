package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;
import org.sightline.map.MapView;
import org.sightline.map.ScaleBar;

class MapFitTest {
    private static final double METRES_PER_POINT = 0.0254 / 72;
    private static final BriefingSpec SPEC = BriefingSpec.titled("A map");
    private static final List<Claim> CLAIMS = MadeUpDossier.sixteenClaims().claims();

    @Test
    void theScaleIsTrueOnPaper() {
        for (OptionalInt epsg : List.of(OptionalInt.empty(), OptionalInt.of(32635), OptionalInt.of(3857))) {
            MapFit.Fitted fitted = MapFit.fit(SPEC.projected(epsg), CLAIMS, 600, 450, 1);
            double paper = 40 * METRES_PER_POINT;
            assertEquals(
                    ground(fitted.view(), 40) / paper,
                    fitted.denominator(),
                    fitted.denominator() * 0.002,
                    "EPSG " + epsg);
        }
    }

    @Test
    void theScaleBarMeasuresWhatItSays() {
        for (OptionalInt epsg : List.of(OptionalInt.empty(), OptionalInt.of(32635), OptionalInt.of(3857))) {
            MapView view = MapFit.fit(SPEC.projected(epsg), CLAIMS, 600, 450, 1).view();
            ScaleBar bar = ScaleBar.fitting(view, 120);
            assertEquals(bar.metres(), ground(view, bar.pixels()), bar.metres() * 0.002, "EPSG " + epsg);
        }
    }

    private static double ground(MapView view, double pixels) {
        double x = view.width() / 2.0;
        double y = view.height() / 2.0;
        Position west = view.position(x - pixels / 2, y).orElseThrow();
        Position east = view.position(x + pixels / 2, y).orElseThrow();
        return Geodesic.distance(west, east);
    }

    @Test
    void theScaleIsARoundNumber() {
        assertEquals(2_500_000, MapFit.rounded(2_000_001));
        assertEquals(2_500_000, MapFit.rounded(2_500_000));
        assertEquals(10_000_000, MapFit.rounded(8_200_000));
    }

    @Test
    void everythingAskedForIsOnTheMap() {
        Envelope asked = new Envelope(23, 33, 51, 56);
        MapView view = MapFit.fit(SPEC.showing(Optional.of(asked)), CLAIMS, 600, 450, 1)
                .view();
        for (double lon = 23; lon <= 33; lon += 2) {
            for (double lat = 51; lat <= 56; lat++) {
                double[] at = view.screen(new Position(lat, lon));
                assertTrue(at[0] >= -1 && at[0] <= 601 && at[1] >= -1 && at[1] <= 451, lon + " " + lat);
            }
        }
    }

    @Test
    void oneTownIsShownWithItsSurroundings() {
        Envelope around = MapFit.around(CLAIMS.subList(3, 4));
        assertTrue(around.getHeight() > 0.4 && around.getHeight() < 1, "height " + around.getHeight());
        assertTrue(MapFit.fit(SPEC, CLAIMS.subList(3, 4), 600, 450, 1).denominator() >= 250_000);
    }

    @Test
    void claimsOnEitherSideOfTheDateLineAreNeighbours() {
        MadeUpDossier made = new MadeUpDossier();
        for (double lon : new double[] {179, -179}) {
            made.claim("A ship", org.sightline.claim.Category.OTHER, org.sightline.claim.Status.UNVERIFIED, 3)
                    .point(new Coordinate(lon, 60), "at sea", org.sightline.claim.PlacePrecision.LOCALITY)
                    .add();
        }
        assertTrue(MapFit.around(made.dossier("At sea").claims()).getWidth() < 10);
    }

    @Test
    void besideTheOutlineOfAWorldMapThereIsNoScale() {
        MadeUpDossier made = new MadeUpDossier();
        for (Coordinate at : List.of(
                new Coordinate(31, 52.4),
                new Coordinate(-82, 40),
                new Coordinate(178.4, -18),
                new Coordinate(-172, -14))) {
            made.claim("Far away", org.sightline.claim.Category.OTHER, org.sightline.claim.Status.UNVERIFIED, 3)
                    .point(at, "far away", org.sightline.claim.PlacePrecision.LOCALITY)
                    .add();
        }
        for (int height : List.of(300, 450, 700)) {
            MapFit.Fitted world = MapFit.fit(SPEC, made.dossier("World").claims(), 600, height, 1);
            assertTrue(world.variation() > 0.02 && world.variation() < 10, "varies by " + world.variation());
        }
    }
}
