package org.sightline.briefing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Writes pages as one PDF that can be kept and be read aloud (PDF/A-2u and PDF/UA-1): vectors, embedded subset fonts,
 * selectable text, tags, bookmarks and links. Nothing in it comes from the clock or from chance: dates are the board's,
 * and the file identifier follows from them and from what the pages say.
 */
final class PdfFile {
    private final String title;
    private final Optional<Instant> dated;
    private final List<Page> pages;
    private final double width;
    private final double height;

    PdfFile(String title, Optional<Instant> dated, List<Page> pages, double width, double height) {
        this.title = title;
        this.dated = dated;
        this.pages = pages;
        this.width = width;
        this.height = height;
    }

    void write(OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfDescription.write(document, title, dated);
            PdfFonts fonts = new PdfFonts(document);
            PdfTags tags = new PdfTags(document);
            for (Page page : pages) {
                PDPage sheet = new PDPage(new PDRectangle((float) width, (float) height));
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    new PdfPage(document, sheet, content, fonts, tags, height).write(page);
                }
            }
            new PdfLinks(document, pages, height).write(tags);
            tags.write(pages.stream().flatMap(page -> page.outermost().stream()).toList());
            document.setVersion(1.7f);
            document.setDocumentId(identity());
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
        }
    }

    private long identity() {
        long identity = dated.map(Instant::toEpochMilli).orElse(0L) * 31 + title.hashCode();
        for (Page page : pages) {
            for (Mark mark : page.marks()) {
                identity = identity * 31 + Mark.said(mark).hashCode();
            }
        }
        return identity;
    }
}
