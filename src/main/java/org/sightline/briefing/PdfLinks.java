package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The links and bookmarks of a PDF, over pages that are written. */
final class PdfLinks {
    private static final Set<String> WEB = Set.of("http", "https");

    private final PDDocument document;
    private final List<Page> pages;
    private final double height;

    PdfLinks(PDDocument document, List<Page> pages, double height) {
        this.document = document;
        this.pages = pages;
        this.height = height;
    }

    /** Whether a link to this address can be followed: one on the web, and whole. */
    static boolean isAddress(String to) {
        return address(to).isPresent();
    }

    private static Optional<URI> address(String to) {
        try {
            URI address = new URI(to);
            boolean web = address.getScheme() != null
                    && WEB.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getRawAuthority() != null;
            return web ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    void write(PdfTags tags) throws IOException {
        Map<String, Aim> aims = aims();
        for (int i = 0; i < pages.size(); i++) {
            PDPage sheet = document.getPage(i);
            List<PDAnnotation> annotations = new ArrayList<>();
            for (Page.Link link : pages.get(i).links()) {
                annotation(link, aims).ifPresent(annotation -> {
                    annotation.setPage(sheet);
                    annotations.add(annotation);
                    tags.link(link.tag(), sheet, annotation);
                });
            }
            if (!annotations.isEmpty()) {
                sheet.setAnnotations(annotations);
            }
        }
        addBookmarks();
    }

    /** What a link within the file leads to. */
    private record Aim(PDPageXYZDestination at, String title) {}

    private Map<String, Aim> aims() {
        Map<String, Aim> aims = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            for (Page.Target target : pages.get(i).targets()) {
                aims.put(target.name(), new Aim(destination(document.getPage(i), target), target.title()));
            }
        }
        return aims;
    }

    /** Empty for a link to what is not there. */
    private Optional<PDAnnotationLink> annotation(Page.Link link, Map<String, Aim> aims) {
        Aim aim = aims.get(link.to());
        if (aim != null) {
            PDActionGoTo go = new PDActionGoTo();
            go.setDestination(aim.at());
            return Optional.of(annotation(link, go, aim.title()));
        }
        return address(link.to()).map(address -> {
            PDActionURI open = new PDActionURI();
            open.setURI(address.toASCIIString());
            return annotation(link, open, link.to());
        });
    }

    private PDAnnotationLink annotation(Page.Link link, PDAction action, String aim) {
        PDAnnotationLink annotation = new PDAnnotationLink();
        Rectangle2D box = link.box();
        annotation.setRectangle(new PDRectangle(
                (float) box.getX(), (float) (height - box.getMaxY()), (float) box.getWidth(), (float) box.getHeight()));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        annotation.setBorderStyle(none);
        annotation.setPrinted(true);
        annotation.setContents(
                !link.words().isEmpty() ? link.words() : !aim.isEmpty() ? aim : Phrases.of("link", link.to()));
        annotation.setAction(action);
        return annotation;
    }

    private void addBookmarks() {
        PDDocumentOutline outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        PDOutlineItem top = null;
        for (int i = 0; i < pages.size(); i++) {
            for (Page.Target target : pages.get(i).targets()) {
                if (target.title().isEmpty()) {
                    continue;
                }
                PDOutlineItem item = new PDOutlineItem();
                item.setTitle(target.title().replace('\n', ' '));
                item.setDestination(destination(document.getPage(i), target));
                if (target.depth() == 0 || top == null) {
                    outline.addLast(item);
                    top = item;
                } else {
                    top.addLast(item);
                }
            }
        }
        outline.children().forEach(PDOutlineItem::openNode);
    }

    private PDPageXYZDestination destination(PDPage page, Page.Target target) {
        PDPageXYZDestination destination = new PDPageXYZDestination();
        destination.setPage(page);
        destination.setTop((int) Math.round(height - target.y()));
        return destination;
    }
}
