package org.sightline.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a page as a reader sees them: its article where it marks one, else all of its body, without navigation,
 * forms and what is hidden. Blocks are set apart by a blank line, list items and table rows by a line end. A page that
 * marks nothing is kept whole: a sentence too many can be passed over, one too few cannot be quoted.
 */
record ArticleText(String text, Optional<String> title) {
    private static final String LEFT_OUT =
            "script, style, noscript, template, nav, aside, footer, iframe, object, embed,"
                    + " svg, canvas, math, audio, video, select, button, textarea, input, datalist, dialog, [hidden],"
                    + " [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search],"
                    + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";

    /** Where pages put the article, the surest first. */
    private static final List<String> ARTICLE = List.of("[itemprop=articleBody]", "article", "main, [role=main]");

    private static final Set<String> LINES = Set.of("li", "tr", "dt", "dd", "option");

    /** Enough for any real page; jsoup itself closes what is nested deeper. */
    private static final int MOST_DEPTH = 512;

    static ArticleText of(String html) {
        Document page = Parser.htmlParser().setMaxDepth(MOST_DEPTH).parseInput(html, "");
        Optional<String> title = title(page);
        Element body = page.body();
        body.select(LEFT_OUT).remove();
        body.select("header").stream()
                .filter(h -> h.closest("article, main, [role=main]") == null)
                .forEach(Node::remove);
        int all = length(body);
        // some old sites wrap the whole page in one form; such a form is the page
        body.select("form").stream().filter(f -> length(f) * 2 < all).forEach(Node::remove);
        Element article = article(body);
        return new ArticleText(withHeadline(body, article, written(article)), title);
    }

    private static Element article(Element body) {
        int prose = prose(body);
        for (String marked : ARTICLE) {
            for (Element candidate : body.select(marked)) {
                if (prose(candidate) * 2 > prose && length(candidate) > 0) {
                    return candidate;
                }
            }
        }
        return body;
    }

    private static int prose(Element within) {
        int inParagraphs =
                within.select("p").stream().mapToInt(ArticleText::length).sum();
        return inParagraphs > 0 ? inParagraphs : length(within);
    }

    private static int length(Element element) {
        return element.text().length();
    }

    /** The headline often stands above the marked article, and asserts something too. */
    private static String withHeadline(Element body, Element article, String text) {
        Element headline = body.selectFirst("h1");
        if (headline == null || headline.text().isBlank()) {
            return text;
        }
        return headline.parents().contains(article) ? text : headline.text().strip() + "\n\n" + text;
    }

    private static Optional<String> title(Document page) {
        Element shared = page.selectFirst("meta[property=og:title], meta[name=og:title]");
        if (shared != null && !shared.attr("content").isBlank()) {
            return Optional.of(oneLine(shared.attr("content")));
        }
        Element headline = page.selectFirst("article h1, main h1");
        if (headline != null && !headline.text().isBlank()) {
            return Optional.of(oneLine(headline.text()));
        }
        return Optional.of(oneLine(page.title())).filter(t -> !t.isEmpty());
    }

    private static String oneLine(String words) {
        return words.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    private static String written(Element article) {
        Writing writing = new Writing();
        article.traverse(writing);
        return writing.text();
    }

    /** Walks the tree without recursion, so that nesting cannot exhaust the stack. */
    private static final class Writing implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int preformatted;
        /** Line ends owed before the next word: 0, 1 or 2. */
        private int owed;

        private boolean spaceOwed;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                add(words.getWholeText());
            } else if (node instanceof Element element) {
                String tag = element.normalName();
                preformatted += tag.equals("pre") ? 1 : 0;
                if (tag.equals("br")) {
                    owe(Math.min(2, owed + 1));
                } else {
                    owe(breakAround(element));
                }
                spaceOwed |= tag.equals("td") || tag.equals("th");
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                preformatted -= element.normalName().equals("pre") ? 1 : 0;
                owe(breakAround(element));
            }
        }

        private static int breakAround(Element element) {
            String tag = element.normalName().toLowerCase(Locale.ROOT);
            if (LINES.contains(tag)) {
                return 1;
            }
            boolean cell = tag.equals("td") || tag.equals("th") || tag.equals("tbody") || tag.equals("thead");
            return element.isBlock() && !cell ? 2 : 0;
        }

        private void owe(int lineEnds) {
            owed = Math.max(owed, lineEnds);
        }

        private void add(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == '\u00AD' || c == '\u200B' || c == '\uFEFF' || c < ' ' && !Character.isWhitespace(c)) {
                    continue;
                }
                if (preformatted > 0 && c == '\n') {
                    owe(Math.min(2, owed + 1));
                } else if (c == '\u00A0' || Character.isWhitespace(c)) {
                    spaceOwed = true;
                } else {
                    settle();
                    out.append(c);
                }
            }
        }

        private void settle() {
            if (!out.isEmpty()) {
                if (owed > 0) {
                    out.append("\n".repeat(owed));
                } else if (spaceOwed) {
                    out.append(' ');
                }
            }
            owed = 0;
            spaceOwed = false;
        }

        String text() {
            return out.isEmpty() ? "" : out.append('\n').toString();
        }
    }
}
