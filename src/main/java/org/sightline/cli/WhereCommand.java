package org.sightline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.sightline.exchange.Spelling;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Notation;
import org.sightline.geo.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "where",
        description = {
            "Say where a place is in every notation, and what is there.",
            "A place is a name, or coordinates as degrees, DMS, MGRS, UTM, a plus code or the address of a map."
        })
final class WhereCommand extends Act {
    private static final int NEAR = 3;

    @Parameters(arity = "1..*", paramLabel = "PLACE", description = "The place, such as Yelsk or 35UPT4850542504.")
    List<String> place = List.of();

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    WhereCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        Spot spot = Spot.read("PLACE", String.join(" ", place));
        Surroundings around = Surroundings.of(spot.position(), NEAR);
        if (json) {
            writeJson(around);
            return Exit.DONE;
        }
        for (Notation notation : Notation.values()) {
            say(label(notation), notation.write(spot.position(), 1));
        }
        say("Country", around.country().map(Gazetteer.builtIn()::countryName).orElse("none"));
        around.border()
                .ifPresent(border -> say(
                        "Border",
                        Amounts.distance(border.metres()) + " to "
                                + (border.neighbour().isEmpty()
                                        ? "unassigned land"
                                        : Gazetteer.builtIn().countryName(border.neighbour()))));
        for (Surroundings.Near near : around.near()) {
            say(
                    "Near",
                    near.metres() < 1
                            ? fullName(near)
                            : Amounts.distance(near.metres()) + " " + Compass.point(near.bearing()) + " of "
                                    + fullName(near));
        }
        return Exit.DONE;
    }

    private static String label(Notation notation) {
        return switch (notation) {
            case DECIMAL -> "Degrees";
            case DMS, MGRS, UTM -> notation.name();
            case PLUS_CODE -> "Plus code";
        };
    }

    private void say(String label, String words) {
        console.say(String.format(Locale.ROOT, "%-10s %s", label, words));
    }

    private static String fullName(Surroundings.Near near) {
        Gazetteer.Entry entry = near.place();
        return entry.name()
                + entry.region().map(r -> ", " + r).orElse("")
                + (entry.country().isEmpty() ? "" : ", " + entry.country());
    }

    private void writeJson(Surroundings around) throws IOException {
        json(out -> {
            out.writeStartObject();
            out.writeNumberField("latitude", around.position().lat());
            out.writeNumberField("longitude", around.position().lon());
            for (Notation notation : Notation.values()) {
                out.writeStringField(notation.name().toLowerCase(Locale.ROOT), notation.write(around.position(), 1));
            }
            out.writeFieldName("country");
            out.writeString(around.country().orElse(null));
            if (around.border().isPresent()) {
                out.writeObjectFieldStart("border");
                out.writeNumberField("metres", around.border().get().metres());
                out.writeStringField("neighbour", around.border().get().neighbour());
                out.writeEndObject();
            } else {
                out.writeNullField("border");
            }
            out.writeFieldName("near");
            near(out, around);
            out.writeEndObject();
        });
    }

    static void near(JsonGenerator out, Surroundings around) throws IOException {
        out.writeStartArray();
        for (Surroundings.Near near : around.near()) {
            Gazetteer.Entry entry = near.place();
            out.writeStartObject();
            out.writeStringField("name", entry.name());
            out.writeStringField("kind", Spelling.of(entry.kind()));
            out.writeStringField("country", entry.country());
            out.writeFieldName("region");
            out.writeString(entry.region().orElse(null));
            out.writeNumberField("latitude", entry.position().lat());
            out.writeNumberField("longitude", entry.position().lon());
            out.writeNumberField("metres", near.metres());
            out.writeNumberField("bearing", near.bearing());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
