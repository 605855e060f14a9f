package org.sightline.briefing;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What something on a page is, told apart from how it looks: a heading, a paragraph, a cell of a table. Tags make a
 * tree, whose order is the order of reading; a PDF carries it as its structure (ISO 32000-1, 14.7 and 14.8).
 *
 * <p>A tag without a parent is taken in by whatever is open on the page where it first appears ({@link Page#in}), or by
 * the document. A tag of which nothing is put on a page does not count.
 *
 * <p>Thread rule: as for {@link Page}.
 */
final class Tag {
    /** What runs at the head or foot of every page; it is not read out. */
    static final Tag RUNNING = new Tag(Role.RUNNING);

    /** Rules, boxes and what else only shows how a page is laid out; it is not read out. */
    static final Tag DECORATION = new Tag(Role.DECORATION);

    private final Role role;
    private final List<Tag> children = new ArrayList<>();
    private @Nullable Tag parent;
    private boolean placed;
    private String alternative = "";
    private Optional<String> language = Optional.empty();
    private Optional<Lead> lead = Optional.empty();

    /** The standard structure types of ISO 32000-1, 14.8.4, that a briefing needs. */
    enum Role {
        SECTION("Sect", Holds.TAGS),
        /** Of the whole briefing; there is one. */
        TITLE("H1", Holds.WORDS),
        HEADING("H2", Holds.WORDS),
        SUBHEADING("H3", Holds.WORDS),
        TEXT("P", Holds.WORDS),
        /** Somebody's own words, in paragraphs. */
        QUOTE("BlockQuote", Holds.TAGS),
        LIST("L", Holds.TAGS),
        ITEM("LI", Holds.TAGS),
        LABEL("Lbl", Holds.WORDS),
        BODY("LBody", Holds.WORDS),
        TABLE("Table", Holds.TAGS),
        ROW("TR", Holds.TAGS),
        /** The cell that says what the rest of its row is. */
        ROW_HEADER("TH", Holds.WORDS),
        /** The cell that says what is below it. */
        COLUMN_HEADER("TH", Holds.WORDS),
        CELL("TD", Holds.WORDS),
        /** One picture, whatever is drawn in it; {@link #saying} tells what it shows. */
        FIGURE("Figure", Holds.ALL),
        LINK("Link", Holds.WORDS),
        RUNNING("Artifact", Holds.ALL),
        DECORATION("Artifact", Holds.ALL);

        private final String type;
        private final Holds holds;

        Role(String type, Holds holds) {
            this.type = type;
            this.holds = holds;
        }

        /** As a PDF names it. */
        String type() {
            return type;
        }

        boolean isRead() {
            return this != RUNNING && this != DECORATION;
        }

        /** Whether words stand in it as they are, and not in paragraphs. */
        boolean holdsWords() {
            return holds != Holds.TAGS;
        }

        /** Whether rules and areas are of it, and not beside it. */
        boolean holdsShapes() {
            return holds == Holds.ALL;
        }
    }

    /** What may stand in a tag without another between. */
    private enum Holds {
        TAGS,
        WORDS,
        ALL
    }

    /**
     * Where a link leads.
     *
     * @param to name of a {@link Page.Target}, or an address on the web
     * @param words what following it does
     */
    record Lead(String to, String words) {}

    private Tag(Role role) {
        this.role = role;
    }

    /** One that finds its parent on the page. */
    static Tag of(Role role) {
        return new Tag(role);
    }

    /** A picture. @param alternative what it shows, in words */
    static Tag figure(String alternative) {
        return of(Role.FIGURE).saying(alternative);
    }

    /** A new tag of this one, read after those it has. */
    Tag child(Role role) {
        Tag child = new Tag(role);
        takeIn(child);
        return child;
    }

    /** Gives the words for those who do not see it. */
    Tag saying(String words) {
        alternative = words;
        return this;
    }

    /** @param tag BCP 47; one that is not well formed is as good as unknown */
    Tag in(Optional<String> tag) {
        language = tag.filter(Tag::isWellFormed);
        return this;
    }

    private static boolean isWellFormed(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** A link within this tag: whatever is put in it leads there, and its place on the page can be clicked. */
    Tag leading(String to, String words) {
        Tag link = child(Role.LINK);
        link.lead = Optional.of(new Lead(to, words));
        return link;
    }

    Role role() {
        return role;
    }

    String alternative() {
        return alternative;
    }

    Optional<String> language() {
        return language;
    }

    Optional<Lead> lead() {
        return lead;
    }

    Optional<Tag> parent() {
        return Optional.ofNullable(parent);
    }

    List<Tag> children() {
        return children;
    }

    boolean isRead() {
        return role.isRead();
    }

    /** A paragraph that stands nowhere yet, as text is that nobody said more about. */
    boolean isLoose() {
        return role == Role.TEXT && parent == null && !placed && children.isEmpty();
    }

    /** The outermost tag that holds it; itself where none does. */
    Tag outermost() {
        Tag at = this;
        while (at.parent != null) {
            at = at.parent;
        }
        return at;
    }

    /** Whether it or what holds it has its place in the document. */
    boolean isPlaced() {
        return placed;
    }

    void setPlaced() {
        placed = true;
    }

    void takeIn(Tag tag) {
        tag.parent = this;
        children.add(tag);
    }
}
