package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.sightline.analysis.Dossier;
import org.sightline.jobs.Jobs;

/** Claims as one JSON array of {@link ClaimJson}. Stateless. */
public final class ClaimListJson {
    private ClaimListJson() {}

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    public static void write(Dossier dossier, OutputStream out, Jobs.Progress progress) throws IOException {
        write(Handover.of(dossier), out, progress);
    }

    static void write(Handover claims, OutputStream out, Jobs.Progress progress) throws IOException {
        Told told = new Told(claims, progress);
        try (JsonGenerator json = Json.indented(out)) {
            json.writeStartArray();
            claims.each(entry -> {
                told.one();
                ClaimJson.write(json, entry);
            });
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }
}
