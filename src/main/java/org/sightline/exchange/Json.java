package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Streams of JSON as all formats here write it: UTF-8, decimals in full, line ends {@code \n}. Stateless. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private Json() {}

    /** Closing the generator flushes {@code out} and leaves it open. */
    public static JsonGenerator compact(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out, JsonEncoding.UTF8);
    }

    /** Indented, for people to read as well. */
    public static JsonGenerator indented(OutputStream out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        JsonGenerator generator = compact(out);
        generator.setPrettyPrinter(new DefaultPrettyPrinter(separators).withObjectIndenter(indenter));
        return generator;
    }

    static void text(JsonGenerator json, String key, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            Object text = value.get();
            json.writeStringField(key, text instanceof Instant at ? InstantText.of(at) : text.toString());
        } else {
            json.writeNullField(key);
        }
    }

    static void number(JsonGenerator json, String key, Optional<BigDecimal> value) throws IOException {
        json.writeFieldName(key);
        if (value.isPresent()) {
            json.writeNumber(value.get());
        } else {
            json.writeNull();
        }
    }
}
