package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes pages as one PDF: vectors, embedded subset fonts, selectable text, bookmarks and links. Nothing in it comes
 * from the clock or from chance: dates are the board's, and the file identifier follows from them and the title.
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
            describe(document);
            PdfFonts fonts = new PdfFonts(document);
            for (Page page : pages) {
                PDPage sheet = new PDPage(new PDRectangle((float) width, (float) height));
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    new PdfPage(document, content, fonts, height).write(page);
                }
            }
            addLinks(document);
            addBookmarks(document);
            document.setDocumentId(dated.map(Instant::toEpochMilli).orElse(0L) * 31 + title.hashCode());
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
        }
    }

    private void describe(PDDocument document) {
        PDDocumentInformation facts = document.getDocumentInformation();
        facts.setTitle(title);
        facts.setCreator("Sightline");
        facts.setProducer("Sightline");
        dated.ifPresent(at -> {
            Calendar date = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            date.setTimeInMillis(at.toEpochMilli());
            facts.setCreationDate(date);
            facts.setModificationDate(date);
        });
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("en");
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private void addLinks(PDDocument document) throws IOException {
        Map<String, PDPageXYZDestination> destinations = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            for (Page.Target target : pages.get(i).targets()) {
                destinations.put(target.name(), destination(document.getPage(i), target));
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            List<PDAnnotation> annotations = new ArrayList<>();
            for (Page.Link link : pages.get(i).links()) {
                PDPageXYZDestination to = destinations.get(link.to());
                if (to != null) {
                    annotations.add(annotation(link, to));
                }
            }
            if (!annotations.isEmpty()) {
                document.getPage(i).setAnnotations(annotations);
            }
        }
    }

    private PDAnnotationLink annotation(Page.Link link, PDPageXYZDestination to) {
        PDAnnotationLink annotation = new PDAnnotationLink();
        Rectangle2D box = link.box();
        annotation.setRectangle(new PDRectangle(
                (float) box.getX(), (float) (height - box.getMaxY()), (float) box.getWidth(), (float) box.getHeight()));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        annotation.setBorderStyle(none);
        annotation.setPrinted(true);
        PDActionGoTo go = new PDActionGoTo();
        go.setDestination(to);
        annotation.setAction(go);
        return annotation;
    }

    private void addBookmarks(PDDocument document) {
        PDDocumentOutline outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        for (int i = 0; i < pages.size(); i++) {
            for (Page.Target target : pages.get(i).targets()) {
                if (!target.title().isEmpty()) {
                    PDOutlineItem item = new PDOutlineItem();
                    item.setTitle(target.title());
                    item.setDestination(destination(document.getPage(i), target));
                    outline.addLast(item);
                }
            }
        }
    }

    private PDPageXYZDestination destination(PDPage page, Page.Target target) {
        PDPageXYZDestination destination = new PDPageXYZDestination();
        destination.setPage(page);
        destination.setTop((int) Math.round(height - target.y()));
        return destination;
    }
}
