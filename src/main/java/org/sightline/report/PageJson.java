package org.sightline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * JSON for a {@code script} element that is never run: no {@code <}, {@code >} or {@code &} is written as itself, so that
 * no text in it can end the element or open a comment (HTML, section 4.12.1.3). Stateless.
 */
final class PageJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .setCharacterEscapes(new Escapes());

    private PageJson() {}

    /** Closing the generator leaves {@code out} open. */
    static JsonGenerator to(Writer out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        private final int[] ascii = standardAsciiEscapesForJSON();

        Escapes() {
            for (char c : new char[] {'<', '>', '&'}) {
                ascii[c] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int ch) {
            return null; // asked for what is not ASCII too, which stands as it is
        }
    }
}
