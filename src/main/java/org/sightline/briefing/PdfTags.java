package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.sightline.briefing.Tag.Role;

/**
 * The structure of a PDF (ISO 32000-1, 14.7): the tags of its pages as a tree of elements, each knowing the stretches of
 * content that are its own, and a tree that leads back from those to the elements.
 */
final class PdfTags {
    private static final COSName ALTERNATIVE = COSName.getPDFName("Alt");
    private static final COSName OBJECT = COSName.getPDFName("Obj");
    private static final COSName OBJECT_REFERENCE = COSName.getPDFName("OBJR");
    private static final COSName MARKED_CONTENT_REFERENCE = COSName.getPDFName("MCR");

    private final PDDocument document;
    private final COSDictionary root = new COSDictionary();
    private final COSArray numbers = new COSArray();
    private final Map<Tag, COSDictionary> elements = new LinkedHashMap<>();
    private final Map<Tag, List<Stretch>> stretches = new HashMap<>();
    private final Map<Tag, List<Place>> places = new HashMap<>();
    private final Map<Tag, Figure> figures = new HashMap<>();
    private final List<List<Tag>> tagsOfPages = new ArrayList<>();
    private int began;
    private int lastRank;

    /**
     * Content that is a tag's own.
     *
     * @param began its number among all stretches, in the order they were written
     * @param number within its page
     */
    private record Stretch(int began, PDPage page, int number, Mark.Reading reading) {}

    /** Where a link can be clicked. */
    private record Place(PDPage page, PDAnnotation annotation) {}

    private record Figure(PDPage page, Rectangle2D box) {}

    PdfTags(PDDocument document) {
        this.document = document;
    }

    /** Stretches that follow are of this page. */
    void begin(PDPage page) {
        page.setStructParents(tagsOfPages.size());
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        tagsOfPages.add(new ArrayList<>());
    }

    /** A stretch of the page that was begun last; gives its number there (MCID). */
    int stretch(Tag tag, PDPage page, Mark.Reading reading) {
        List<Tag> onPage = tagsOfPages.getLast();
        stretches.computeIfAbsent(tag, p -> new ArrayList<>()).add(new Stretch(began++, page, onPage.size(), reading));
        onPage.add(tag);
        return onPage.size() - 1;
    }

    /** The room that a picture takes, in the page's own units and direction. */
    void picture(Tag tag, PDPage page, Rectangle2D box) {
        figures.merge(
                tag,
                new Figure(page, box),
                (a, b) ->
                        a.page().equals(b.page()) ? new Figure(a.page(), a.box().createUnion(b.box())) : a);
    }

    void link(Tag tag, PDPage page, PDAnnotation annotation) {
        places.computeIfAbsent(tag, p -> new ArrayList<>()).add(new Place(page, annotation));
    }

    /** Writes the tree, when all pages and links are there. @param outermost the tags that are in no other, in order */
    void write(List<Tag> outermost) {
        root.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
        COSDictionary whole = element("Document", root);
        root.setItem(COSName.K, whole);
        whole.setItem(COSName.K, children(outermost, whole));
        writeParentTree();
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("StructTreeRoot"), root);
    }

    private static COSDictionary element(String tag, COSDictionary parent) {
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        element.setName(COSName.S, tag);
        element.setItem(COSName.P, parent);
        return element;
    }

    private COSArray children(List<Tag> tags, COSDictionary parent) {
        COSArray children = new COSArray();
        Set<Tag> seen = new HashSet<>();
        for (Tag tag : tags) {
            if (seen.add(tag) && counts(tag)) {
                children.add(element(tag, parent));
            }
        }
        return children;
    }

    private boolean counts(Tag tag) {
        return stretches.containsKey(tag)
                || places.containsKey(tag)
                || tag.children().stream().anyMatch(this::counts);
    }

    /** Headings begin with the first rank and skip none, whatever a page leaves out (PDF/UA-1, 7.4.2). */
    private String type(Role role) {
        if (role != Role.TITLE && role != Role.HEADING && role != Role.SUBHEADING) {
            return role.type();
        }
        int rank = role == Role.TITLE ? 1 : role == Role.HEADING ? 2 : 3;
        lastRank = Math.min(rank, lastRank + 1);
        return "H" + lastRank;
    }

    private COSDictionary element(Tag tag, COSDictionary parent) {
        COSDictionary element = element(type(tag.role()), parent);
        elements.put(tag, element);
        if (!tag.alternative().isEmpty()) {
            element.setString(ALTERNATIVE, tag.alternative());
        }
        tag.language().ifPresent(language -> element.setString(COSName.LANG, language));
        attributes(tag, element);
        Optional<PDPage> page = mainPage(tag);
        page.ifPresent(main -> element.setItem(COSName.PG, main));
        COSArray children = new COSArray();
        for (Child child : inOrder(tag, page, element)) {
            children.add(child.entry().get());
        }
        for (Place place : places.getOrDefault(tag, List.of())) {
            children.add(reference(place));
        }
        element.setItem(COSName.K, children.size() == 1 ? children.get(0) : children);
        return element;
    }

    /** The page that its stretches are on when nothing else is said. */
    private Optional<PDPage> mainPage(Tag tag) {
        return stretches.getOrDefault(tag, List.of()).stream().findFirst().map(Stretch::page);
    }

    /** A stretch of a tag or a tag in it, and when it began. */
    private record Child(int began, Supplier<COSBase> entry) {}

    /** Of words and tags between them each comes where it began; tags alone come as they were made. */
    private List<Child> inOrder(Tag tag, Optional<PDPage> page, COSDictionary element) {
        List<Child> children = new ArrayList<>();
        for (Stretch stretch : read(stretches.getOrDefault(tag, List.of()))) {
            children.add(new Child(stretch.began(), () -> reference(stretch, page)));
        }
        boolean mixed = !children.isEmpty();
        for (Tag inner : tag.children()) {
            if (counts(inner)) {
                children.add(new Child(mixed ? beginningOf(inner) : 0, () -> element(inner, element)));
            }
        }
        children.sort(Comparator.comparingInt(Child::began));
        return children;
    }

    private int beginningOf(Tag tag) {
        int own = stretches.getOrDefault(tag, List.of()).stream()
                .mapToInt(Stretch::began)
                .min()
                .orElse(Integer.MAX_VALUE);
        return tag.children().stream().mapToInt(this::beginningOf).reduce(own, Math::min);
    }

    /** A line of both directions is read by the turns of its marks; their beginnings are dealt out anew in that order. */
    private static List<Stretch> read(List<Stretch> written) {
        List<Stretch> read = new ArrayList<>();
        for (int from = 0; from < written.size(); ) {
            int to = from + 1;
            while (to < written.size() && sameLine(written.get(from), written.get(to))) {
                to++;
            }
            List<Stretch> line = written.subList(from, to);
            List<Stretch> turns = new ArrayList<>(line);
            turns.sort(Comparator.comparingInt(s -> s.reading().turn()));
            for (int i = 0; i < turns.size(); i++) {
                Stretch stretch = turns.get(i);
                read.add(new Stretch(line.get(i).began(), stretch.page(), stretch.number(), stretch.reading()));
            }
            from = to;
        }
        return read;
    }

    private static boolean sameLine(Stretch a, Stretch b) {
        return a.page().equals(b.page())
                && a.reading().line() == b.reading().line()
                && a.reading().tag().isPresent()
                && a.reading().tag().equals(b.reading().tag());
    }

    private static COSBase reference(Stretch stretch, Optional<PDPage> main) {
        if (main.isPresent() && main.get().equals(stretch.page())) {
            return COSInteger.get(stretch.number());
        }
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, MARKED_CONTENT_REFERENCE);
        reference.setItem(COSName.PG, stretch.page());
        reference.setInt(COSName.MCID, stretch.number());
        return reference;
    }

    private static COSDictionary reference(Place place) {
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, OBJECT_REFERENCE);
        reference.setItem(COSName.PG, place.page());
        reference.setItem(OBJECT, place.annotation());
        return reference;
    }

    private void attributes(Tag tag, COSDictionary element) {
        Role role = tag.role();
        if (role == Role.ROW_HEADER || role == Role.COLUMN_HEADER) {
            COSDictionary attributes = attributes(element, "Table");
            attributes.setName(COSName.getPDFName("Scope"), role == Role.ROW_HEADER ? "Row" : "Column");
        }
        Figure figure = figures.get(tag);
        if (figure != null) {
            Rectangle2D box = figure.box();
            element.setItem(COSName.PG, figure.page());
            attributes(element, "Layout")
                    .setItem(
                            COSName.BBOX,
                            new PDRectangle((float) box.getX(), (float) box.getY(), (float) box.getWidth(), (float)
                                    box.getHeight()));
        }
    }

    private static COSDictionary attributes(COSDictionary element, String owner) {
        COSDictionary attributes = new COSDictionary();
        attributes.setName(COSName.O, owner);
        element.setItem(COSName.A, attributes);
        return attributes;
    }

    /** From the stretches of each page, and from each link, to the element they belong to. */
    private void writeParentTree() {
        int key = 0;
        for (List<Tag> tags : tagsOfPages) {
            COSArray owners = new COSArray();
            tags.forEach(tag -> owners.add(elements.get(tag)));
            numbers.add(COSInteger.get(key++));
            numbers.add(owners);
        }
        for (Map.Entry<Tag, COSDictionary> element : elements.entrySet()) {
            for (Place place : places.getOrDefault(element.getKey(), List.of())) {
                place.annotation().setStructParent(key);
                numbers.add(COSInteger.get(key++));
                numbers.add(element.getValue());
            }
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.getPDFName("ParentTree"), tree);
        root.setInt(COSName.getPDFName("ParentTreeNextKey"), key);
    }
}
