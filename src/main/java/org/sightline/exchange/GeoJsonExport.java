package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Place;
import org.sightline.geo.LongitudeSpan;
import org.sightline.jobs.Jobs;

/**
 * Claims as GeoJSON (RFC 7946), all features on one line. A feature's properties are the claim as {@link ClaimJson} writes it,
 * quotes included, its place without the geometry; a claim without a place has a null geometry. The box of all stands at
 * the end, since it is known then. Stateless.
 */
public final class GeoJsonExport {
    private GeoJsonExport() {}

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    public static void write(Dossier dossier, OutputStream out, Jobs.Progress progress) throws IOException {
        write(Handover.of(dossier), out, progress);
    }

    static void write(Handover claims, OutputStream out, Jobs.Progress progress) throws IOException {
        Told told = new Told(claims, progress);
        LongitudeSpan span = new LongitudeSpan();
        boolean[] any = {false};
        try (JsonGenerator json = Json.compact(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("title", claims.title());
            json.writeArrayFieldStart("features");
            claims.each(entry -> {
                told.one();
                json.writeRaw(any[0] ? "" : "\n");
                any[0] = true;
                feature(json, entry, span);
            });
            json.writeRaw('\n');
            json.writeEndArray();
            Optional<double[]> box = span.box();
            if (box.isPresent()) {
                json.writeFieldName("bbox");
                json.writeArray(box.get(), 0, 4);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void feature(JsonGenerator json, Handover.Entry entry, LongitudeSpan span) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", entry.claim().uuid().toString());
        json.writeFieldName("geometry");
        Optional<Geometry> geometry = entry.claim().place().map(Place::geometry).map(GeoJsonGeometry::conforming);
        if (geometry.isPresent()) {
            span.add(geometry.get());
            GeoJsonGeometry.write(json, geometry.get());
        } else {
            json.writeNull();
        }
        json.writeObjectFieldStart("properties");
        ClaimJson.fields(json, entry, false);
        json.writeEndObject();
        json.writeEndObject();
    }
}
