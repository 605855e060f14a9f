package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.geo.LongitudeSpan;
import org.sightline.jobs.Jobs;

/**
 * Claims as GeoJSON (RFC 7946), one feature a line. A feature's properties are the claim as {@link ClaimJson} writes it,
 * quotes included, its place without the geometry; a claim without a place has a null geometry. Stateless.
 */
public final class GeoJsonExport {
    private GeoJsonExport() {}

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    public static void write(Dossier dossier, OutputStream out, Jobs.Progress progress) throws IOException {
        try (JsonGenerator json = Json.compact(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            Optional<double[]> box = box(dossier);
            if (box.isPresent()) {
                json.writeFieldName("bbox");
                json.writeArray(box.get(), 0, 4);
            }
            json.writeStringField("title", dossier.boardTitle());
            json.writeArrayFieldStart("features");
            int done = 0;
            for (Claim claim : dossier.claims()) {
                progress.check();
                json.writeRaw(done == 0 ? "\n" : "");
                feature(json, claim, dossier);
                if (++done % 1000 == 0) {
                    progress.report((double) done / dossier.claims().size(), "claims");
                }
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static Optional<double[]> box(Dossier dossier) {
        LongitudeSpan span = new LongitudeSpan();
        dossier.claims().stream()
                .flatMap(claim -> claim.place().stream())
                .forEach(place -> span.add(GeoJsonGeometry.conforming(place.geometry())));
        return span.box();
    }

    private static void feature(JsonGenerator json, Claim claim, Dossier dossier) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", claim.uuid().toString());
        json.writeFieldName("geometry");
        Optional<Geometry> geometry = claim.place().map(Place::geometry);
        if (geometry.isPresent()) {
            GeoJsonGeometry.write(json, geometry.get());
        } else {
            json.writeNull();
        }
        json.writeObjectFieldStart("properties");
        ClaimJson.fields(json, claim, dossier, false);
        json.writeEndObject();
        json.writeEndObject();
    }
}
