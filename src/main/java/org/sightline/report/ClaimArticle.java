package org.sightline.report;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sightline.analysis.Dossier.Citation;
import org.sightline.claim.Claim;
import org.sightline.source.Quote;

/** One claim as an article: what it says, its facts, and each quote in its context with where it was read. Stateless. */
final class ClaimArticle {
    private static final DateTimeFormatter TAKEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ClaimArticle() {}

    /** @param military whether its sign is a military symbol, too */
    static void write(ReportContent.Entry entry, boolean military, Appendable out) throws IOException {
        Claim claim = entry.claim();
        String id = "claim-" + claim.id();
        out.append("<article class=\"claim\" id=\"" + id + "\" aria-labelledby=\"" + id + "-says\">\n");
        out.append("<header>" + sign(claim, military) + "<a class=\"number\" href=\"#" + id + "\">"
                + ForeignText.html(Phrases.of("claim.number", Long.toString(claim.id()))) + "</a>\n");
        out.append("<h3 id=\"" + id + "-says\" tabindex=\"-1\">" + foreign(claim.statement()) + "</h3>\n");
        out.append(
                "<p class=\"standing\"><strong class=\"status " + claim.status().key() + "\">"
                        + ForeignText.html(Phrases.of("status", claim.status())) + "</strong> <span>"
                        + ForeignText.html(Phrases.of("modality", claim.modality())) + "</span> <span>"
                        + foreign(claim.category().label()) + "</span></p></header>\n");
        facts(entry, out);
        if (entry.quotes().isEmpty()) {
            out.append("<p class=\"alarm\">" + ForeignText.html(Phrases.of("quote.none")) + "</p>\n");
        }
        for (ReportContent.Cited cited : entry.quotes()) {
            quote(cited, out);
        }
        out.append("</article>\n");
    }

    private static String sign(Claim claim, boolean military) {
        String status = claim.status().key();
        return "<svg class=\"sign " + (military ? "both " : "") + status + " "
                + claim.modality().key() + "\" viewBox=\"-1.6 -1.6 3.2 3.2\""
                + " aria-hidden=\"true\"><use href=\"#head-"
                + claim.category().symbol().key() + "\"/><use class=\"symbol\" href=\"#symbol-"
                + claim.category().symbol().key()
                + "\"/>" + (military ? Signs.military(claim) : "") + "<use class=\"badge\" href=\"#badge-" + status
                + "\"/></svg>";
    }

    private static void facts(ReportContent.Entry entry, Appendable out) throws IOException {
        out.append("<dl>\n");
        for (Wording.Fact fact : Wording.facts(entry)) {
            out.append("<div><dt>" + ForeignText.html(fact.label()) + "</dt>");
            for (String value : fact.values()) {
                out.append("<dd>" + foreign(value) + "</dd>");
            }
            out.append("</div>\n");
        }
        out.append("</dl>\n");
    }

    private static void quote(ReportContent.Cited cited, Appendable out) throws IOException {
        Citation citation = cited.citation();
        Quote quote = citation.quote();
        out.append("<figure class=\"quote\">\n");
        if (!citation.intact()) {
            out.append("<p class=\"alarm\"><strong>" + ForeignText.html(Phrases.of("quote.orphaned")) + "</strong> "
                    + ForeignText.html(Phrases.of("quote.orphaned.text")) + "</p>\n");
        }
        String language = citation.source()
                .language()
                .filter(tag -> tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                .map(tag -> " lang=\"" + tag + "\"")
                .orElse("");
        // one paragraph with one direction, so that the words stand between what stands before and after them
        out.append("<blockquote dir=\"auto\"" + language + ">" + context("\u2026" + quote.prefix(), quote.prefix())
                + "<mark>" + ForeignText.html(quote.exact()) + "</mark>"
                + context(quote.suffix() + "\u2026", quote.suffix()) + "</blockquote>\n");
        caption(cited, out);
        out.append("</figure>\n");
    }

    private static String context(String shown, String words) {
        return words.isEmpty() ? "" : "<span class=\"context\">" + ForeignText.html(shown) + "</span>";
    }

    private static void caption(ReportContent.Cited cited, Appendable out) throws IOException {
        Citation citation = cited.citation();
        out.append("<figcaption><p><cite>" + foreign(citation.source().title()) + "</cite>");
        for (String part : List.of(
                citation.source().publisher().orElse(""),
                citation.source().author().orElse(""),
                citation.source().published().map(Wording::date).orElseGet(() -> Phrases.of("quote.undated")),
                Wording.reliability(citation.source()))) {
            out.append(part.isEmpty() ? "" : ", " + foreign(part));
        }
        out.append("</p>\n");
        if (citation.source().url().isPresent()) {
            out.append("<p class=\"address\">" + address(citation.source().url().get()) + "</p>\n");
        }
        String relays = Wording.relays(cited).orElse("");
        out.append(relays.isEmpty() ? "" : "<p>" + foreign(relays) + "</p>\n");
        out.append("<p class=\"hash\">"
                + ForeignText.html(Phrases.of(
                        "quote.capture", TAKEN.format(citation.capture().retrieved())))
                + " <code>" + ForeignText.html(citation.capture().sha256()) + "</code></p></figcaption>\n");
    }

    private static String address(String url) {
        return WebAddress.link(url)
                .map(link -> "<a href=\"" + ForeignText.html(link) + "\" rel=\"noopener noreferrer nofollow external\">"
                        + ForeignText.html(link) + "</a>")
                .orElseGet(() -> "<span class=\"code\">" + foreign(url) + "</span>");
    }

    /** Isolated, so that its direction says nothing about what stands beside it. */
    private static String foreign(String text) {
        return "<bdi>" + ForeignText.html(text) + "</bdi>";
    }
}
