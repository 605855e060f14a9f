package org.sightline.app.sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.app.desk.Words;
import org.sightline.board.Change;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Source;
import org.sightline.source.TextExtraction;

/** Makes sources with their first captures out of files and pasted text. Stateless; reads files in the caller's thread. */
final class Capturing {
    private static final int TITLE_LENGTH = 120;

    private Capturing() {}

    /** @throws DomainException when the file cannot be read or holds no text */
    static CapturedText file(Path file) {
        try {
            return TextExtraction.read(
                    Files.readAllBytes(file), file.getFileName().toString(), Optional.empty());
        } catch (NoSuchFileException e) {
            throw new DomainException(Words.of("capture.missing", file), e);
        } catch (IOException e) {
            throw new DomainException(Words.of("capture.unreadable", file), e);
        }
    }

    /** @throws DomainException when it holds no text */
    static CapturedText text(String text) {
        return TextExtraction.read(text.getBytes(StandardCharsets.UTF_8), "clipboard.txt", Optional.of("UTF-8"));
    }

    /** @throws DomainException when it holds no text */
    static CapturedText html(String html) {
        return TextExtraction.read(html.getBytes(StandardCharsets.UTF_8), "clipboard.html", Optional.of("UTF-8"));
    }

    /** The title found in the content, or its first line, or the fallback. */
    static String titleOf(CapturedText content, String fallback) {
        return content.title()
                .or(() -> content.text()
                        .lines()
                        .map(String::strip)
                        .filter(l -> l.length() > 12)
                        .findFirst())
                .map(title -> title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH - 1) + "…")
                .orElse(fallback);
    }

    /** The change that adds a source with what was captured of it just now. */
    static Change.AddSource adding(Source source, CapturedText content) {
        return new Change.AddSource(source, Capture.of(source.uuid(), content, Instant.now()), content);
    }
}
