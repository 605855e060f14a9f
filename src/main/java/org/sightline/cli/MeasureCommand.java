package org.sightline.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.sightline.geo.Borders;
import org.sightline.geo.Geodesic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "measure",
        description = {
            "Measure the geodesic distance between two places, or to a country's nearest land border.",
            "A place is a name or coordinates in any notation: degrees, DMS, MGRS, UTM, a plus code."
        })
final class MeasureCommand extends Act {
    @Parameters(index = "0", paramLabel = "FROM", description = "Where from, such as Yelsk.")
    String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "Where to: a place, or border:UA.")
    String to = "";

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    MeasureCommand(Console console) {
        super(console);
    }

    /** @param what the far end in words */
    private record Measured(
            Spot from, Spot to, double metres, double bearing, Optional<String> neighbour, String what) {}

    @Override
    public Integer call() throws IOException {
        Spot start = Spot.read("FROM", from);
        Measured measured = BorderName.read(to)
                .map(country -> toBorder(start, country))
                .orElseGet(() -> toPlace(start, Spot.read("TO", to)));
        if (json) {
            writeJson(measured);
        } else {
            console.say(Amounts.distance(measured.metres()) + " from "
                    + measured.from().words() + " to "
                    + measured.what() + ", bearing "
                    + String.format(Locale.ROOT, "%03.0f", Math.floor(measured.bearing() + 0.5) % 360) + " ("
                    + Compass.point(measured.bearing()) + ")");
        }
        return Exit.DONE;
    }

    private static Measured toBorder(Spot start, String country) {
        Borders.Nearest nearest = Borders.nearest(start.position(), country);
        Spot end = new Spot("border:" + country, nearest.nearest(), Optional.empty());
        String what = "the border of " + country + " with " + nearest.neighbour() + " at " + nearest.nearest();
        return new Measured(
                start,
                end,
                nearest.metres(),
                Geodesic.bearing(start.position(), nearest.nearest()),
                Optional.of(nearest.neighbour()),
                what);
    }

    private static Measured toPlace(Spot start, Spot end) {
        return new Measured(
                start,
                end,
                Geodesic.distance(start.position(), end.position()),
                Geodesic.bearing(start.position(), end.position()),
                Optional.empty(),
                end.words());
    }

    private void writeJson(Measured measured) throws IOException {
        json(out -> {
            out.writeStartObject();
            out.writeNumberField("metres", measured.metres());
            out.writeNumberField("bearing", measured.bearing());
            spot(out, "from", measured.from());
            spot(out, "to", measured.to());
            out.writeFieldName("neighbour");
            out.writeString(measured.neighbour().orElse(null));
            out.writeEndObject();
        });
    }

    private static void spot(com.fasterxml.jackson.core.JsonGenerator out, String key, Spot spot) throws IOException {
        out.writeObjectFieldStart(key);
        out.writeStringField("name", spot.name());
        out.writeFieldName("country");
        out.writeString(spot.country().orElse(null));
        out.writeNumberField("latitude", spot.position().lat());
        out.writeNumberField("longitude", spot.position().lon());
        out.writeEndObject();
    }
}
