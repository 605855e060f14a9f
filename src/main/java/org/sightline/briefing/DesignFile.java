package org.sightline.briefing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.map.MapTheme;

/**
 * A design as JSON: {@code src/docs/briefings.md} describes it. The same design always gives the same text. Members that
 * are not known are passed over, so that a design of a later version can be read. Stateless.
 */
public final class DesignFile {
    /** Characters of a text that is read at all. */
    public static final int LONGEST = 1 << 20;

    static final String FORMAT = "sightline-briefing";
    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DesignFile() {}

    public static String write(Design design) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeStringField("format", FORMAT);
            out.writeNumberField("version", VERSION);
            out.writeStringField("start", design.start().key());
            out.writeStringField("title", design.title());
            paper(out, design);
            marking(out, design.marking());
            look(out, design.look());
            out.writeStringField("numbering", design.numbering().key());
            claims(out, design.claims());
            elements(out, design.parts());
            notes(out, design.notes());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString().replace("\r\n", "\n") + "\n";
    }

    private static void paper(JsonGenerator out, Design design) throws IOException {
        PaperSize paper = design.paper();
        out.writeStringField("paper", paper.name());
        out.writeStringField("orientation", design.landscape() ? "landscape" : "portrait");
        out.writeObjectFieldStart("tiles");
        out.writeNumberField("columns", design.tiles().columns());
        out.writeNumberField("rows", design.tiles().rows());
        number(out, "overlap", design.tiles().overlapMm());
        out.writeEndObject();
    }

    private static void marking(JsonGenerator out, Design.Marking marking) throws IOException {
        out.writeObjectFieldStart("marking");
        if (marking.tlp().isPresent()) {
            out.writeStringField("tlp", marking.tlp().get().word());
        }
        out.writeStringField("classification", marking.classification());
        out.writeEndObject();
    }

    private static void look(JsonGenerator out, Look look) throws IOException {
        out.writeStringField("colours", look.theme() == MapTheme.MONOCHROME ? "black-and-white" : "colour");
        out.writeStringField("symbols", lower(look.symbols()));
        out.writeStringField("notation", lower(look.notation()));
        if (look.epsg().isPresent()) {
            out.writeStringField("crs", "EPSG:" + look.epsg().getAsInt());
        }
        if (look.extent().isPresent()) {
            Envelope box = look.extent().get();
            out.writeArrayFieldStart("bbox");
            for (double side : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()}) {
                out.writeNumber(side);
            }
            out.writeEndArray();
        }
        out.writeNumberField("dpi", look.dpi());
        if (look.crowding() != Crowding.SPREAD) { // a sheet of an earlier version keeps its code
            out.writeStringField("crowding", look.crowding().key());
        }
    }

    private static void claims(JsonGenerator out, Design.Chosen claims) throws IOException {
        if (!claims.isAll()) {
            out.writeObjectFieldStart("claims");
            out.writeStringField("search", claims.search());
            out.writeStringField("filter", claims.filter());
            out.writeEndObject();
        }
    }

    private static void elements(JsonGenerator out, Map<Part, Element> parts) throws IOException {
        out.writeObjectFieldStart("elements");
        for (Map.Entry<Part, Element> entry : new TreeMap<>(parts).entrySet()) {
            out.writeObjectFieldStart(entry.getKey().key());
            out.writeBooleanField("shown", entry.getValue().shown());
            box(out, entry.getValue().box());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void notes(JsonGenerator out, List<Note> notes) throws IOException {
        out.writeArrayFieldStart("notes");
        for (Note note : notes) {
            out.writeStartObject();
            out.writeStringField("text", note.text());
            box(out, note.box());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void box(JsonGenerator out, Optional<Box> box) throws IOException {
        if (box.isPresent()) {
            out.writeArrayFieldStart("box");
            Box b = box.get();
            for (double side : new double[] {b.x(), b.y(), b.width(), b.height()}) {
                out.writeNumber(rounded(side));
            }
            out.writeEndArray();
        }
    }

    private static void number(JsonGenerator out, String key, double value) throws IOException {
        out.writeFieldName(key);
        out.writeNumber(rounded(value));
    }

    /** Hundredths of a millimetre, without an idle fraction. */
    private static java.math.BigDecimal rounded(double mm) {
        java.math.BigDecimal exact = java.math.BigDecimal.valueOf(Math.round(mm * 100), 2);
        return exact.signum() == 0
                ? java.math.BigDecimal.ZERO
                : new java.math.BigDecimal(exact.stripTrailingZeros().toPlainString());
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws DomainException when it is not a design, naming what is wrong */
    public static Design read(String text) {
        if (text.length() > LONGEST) {
            throw new DomainException(Phrases.of("error.design", Phrases.of("error.design.long")));
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw new DomainException(Phrases.of("error.design", Phrases.of("error.design.object")));
            }
            return new DesignReader(node).read();
        } catch (JsonProcessingException e) {
            throw new DomainException(Phrases.of("error.design", reason(e)), e);
        }
    }

    private static String reason(JsonProcessingException e) {
        return e.getLocation() == null
                ? Phrases.of("error.design.json", 1)
                : Phrases.of("error.design.json", e.getLocation().getLineNr());
    }

    /** SHA-256 of the design's text, hexadecimal: the same for the same design. */
    public static String sha256(Design design) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(write(design).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
