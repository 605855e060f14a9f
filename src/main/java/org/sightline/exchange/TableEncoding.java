package org.sightline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sightline.source.TextExtraction;

/** What a table in text is encoded in, and where it is not. Stateless. */
final class TableEncoding {
    private static final int BLOCK = 1 << 16;

    private TableEncoding() {}

    /**
     * UTF-8 with a few bad bytes is still UTF-8, so that these can be told, rather than another encoding that would spoil
     * every letter.
     *
     * @param sample the first bytes, ending with a whole character
     */
    static Charset of(byte[] sample, String name) {
        Charset likely = TextExtraction.tableCharset(sample, name);
        return likely.name().startsWith("UTF-") || fits(sample, likely) && !isMostlyUtf8(sample)
                ? likely
                : StandardCharsets.UTF_8;
    }

    private static boolean fits(byte[] sample, Charset charset) {
        try {
            strict(charset).decode(ByteBuffer.wrap(sample));
            return true;
        } catch (CharacterCodingException e) { // the answer to what is asked here
            return false;
        }
    }

    private static boolean isMostlyUtf8(byte[] sample) {
        String text = new String(sample, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long whole = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return whole > 0 && whole >= broken;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The line, from 1, of the first bytes that do not fit; of the file's end where all do. */
    static long brokenLine(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer letters = CharBuffer.allocate(BLOCK * 2);
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, letters, ended);
                letters.flip();
                line += letters.chars().filter(c -> c == '\n').count();
                letters.clear();
                bytes.compact();
                if (result.isError()) {
                    break;
                }
            }
        }
        return line;
    }
}
