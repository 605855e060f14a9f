package org.sightline.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * File formats that hold no plain text, told by their first bytes, so that a refusal can name what it was given. The
 * signatures are those registered with IANA or given in the formats' specifications.
 */
enum BinaryFormat {
    PDF("a PDF, and PDF is not read yet; save its text as .txt and capture that", "%PDF-"),
    OFFICE("a Word, Excel or PowerPoint document; save it as plain text and capture that"),
    OPEN_DOCUMENT("an OpenDocument file; save it as plain text and capture that"),
    EPUB("an e-book; save its text as .txt and capture that"),
    ZIP("a zip archive; unpack it and capture the text inside", "PK\u0003\u0004", "PK\u0005\u0006"),
    OLE("an old Word, Excel or Outlook file; save it as plain text and capture that", "\u00D0\u00CF\u0011\u00E0"),
    RTF("a rich text document; save it as plain text and capture that", "{\\rtf"),
    PNG("a PNG image; type out its words as text and capture that", "\u0089PNG\r\n"),
    JPEG("a JPEG image; type out its words as text and capture that", "\u00FF\u00D8\u00FF"),
    GIF("a GIF image; type out its words as text and capture that", "GIF87a", "GIF89a"),
    TIFF("a TIFF image; type out its words as text and capture that", "II*\u0000", "MM\u0000*"),
    WEBP("a WebP image; type out its words as text and capture that"),
    HEIF("a HEIF image; type out its words as text and capture that"),
    VIDEO("a video; write a transcript of it as text and capture that", "\u001AE\u00DF\u00A3", "FLV\u0001"),
    AUDIO("a sound recording; write a transcript of it as text and capture that", "ID3", "OggS", "fLaC"),
    GZIP(
            "a compressed file; unpack it and capture the text inside",
            "\u001F\u008B",
            "BZh9",
            "\u00FD7zXZ",
            "7z\u00BC\u00AF"),
    RAR("a RAR archive; unpack it and capture the text inside", "Rar!\u001A"),
    SQLITE("a database and not a text; open it as a board if it is one", "SQLite format 3\u0000"),
    PROGRAM("a program and not a text; choose another file", "\u007FELF", "MZ\u0090\u0000", "\u00CA\u00FE\u00BA\u00BE");

    private static final int LOOKED_AT = 512;

    /** Ends the sentence "... is". */
    final String isWhat;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> signatures;

    BinaryFormat(String isWhat, String... signatures) {
        this.isWhat = isWhat;
        this.signatures = List.of(signatures);
    }

    static Optional<BinaryFormat> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (head.startsWith("RIFF") && head.length() > 12) {
            return riff(head.substring(8, 12));
        }
        if (head.length() > 12 && head.startsWith("ftyp", 4)) {
            return Optional.of(head.startsWith("hei", 8) || head.startsWith("avif", 8) ? HEIF : VIDEO);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return Optional.of(packed(head));
        }
        return Arrays.stream(values())
                .filter(format -> format.signatures.stream().anyMatch(head::startsWith))
                .findFirst();
    }

    private static Optional<BinaryFormat> riff(String kind) {
        return switch (kind) {
            case "WEBP" -> Optional.of(WEBP);
            case "WAVE" -> Optional.of(AUDIO);
            case "AVI " -> Optional.of(VIDEO);
            default -> Optional.empty();
        };
    }

    private static BinaryFormat packed(String head) {
        if (head.contains("application/epub")) {
            return EPUB;
        }
        if (head.contains("vnd.oasis.opendocument")) {
            return OPEN_DOCUMENT;
        }
        return head.contains("[Content_Types].xml") || head.contains("_rels/") ? OFFICE : ZIP;
    }
}
