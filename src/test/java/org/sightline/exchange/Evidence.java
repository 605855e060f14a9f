package org.sightline.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.claim.Status;
import org.sightline.source.Anchoring;
import org.sightline.source.Capture;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** One source with one capture, and claims quoted from it. */
final class Evidence {
    static final String TEXT =
            "Жители Ельска said: \"12 trucks\" — =HYPERLINK stood there.\nA second line; it ends here.";

    final Source source = new Source(
            1,
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "A note, \"quoted\"",
            Optional.of("=Notebook"),
            Optional.empty(),
            Optional.of("https://example.org/a?b=1,2"),
            Optional.of(new PublicationDate("2023-05-04")),
            Optional.of("en"),
            Optional.of(Reliability.C),
            Optional.empty());
    final Capture capture = new Capture(
            1,
            UUID.fromString("00000000-0000-4000-8000-000000000002"),
            source.uuid(),
            "ab".repeat(32),
            "text/plain",
            Optional.of("UTF-8"),
            Instant.parse("2023-05-05T00:00:00Z"),
            120,
            TEXT.length());
    final List<Claim> claims = new ArrayList<>();

    Evidence claim(String statement, Optional<Geometry> geometry, String... quotes) {
        List<Quote> anchored = new ArrayList<>();
        for (String words : quotes) {
            Anchoring.Range at = Anchoring.findOne(TEXT, words);
            anchored.add(Anchoring.quote(capture.uuid(), TEXT, at.start(), at.end(), Optional.empty()));
        }
        return claim(statement, geometry, anchored);
    }

    Evidence claim(String statement, Optional<Geometry> geometry, List<Quote> quotes) {
        claims.add(new Claim(
                claims.size() + 1,
                new UUID(7, claims.size() + 1),
                statement,
                Category.MOVEMENT,
                Optional.of("@resident"),
                Modality.HAPPENED,
                Optional.empty(),
                Optional.empty(),
                geometry.map(Evidence::place),
                Optional.empty(),
                Status.UNVERIFIED,
                Optional.empty(),
                "first line\r\nsecond line",
                List.of("a;b", "road"),
                quotes,
                Optional.empty()));
        return this;
    }

    Dossier dossier() {
        return Dossier.gather(
                "Test board",
                Optional.empty(),
                claims,
                claims,
                List.of(),
                List.of(source),
                List.of(capture),
                uuid -> TEXT);
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Place place(Geometry geometry) {
        return geometry instanceof Lineal
                ? Place.route(new Route("here", "there", false), geometry, PlacePrecision.TOWN)
                : new Place("somewhere", geometry, PlacePrecision.TOWN, 3000, Optional.of("BY"), Optional.empty());
    }
}
