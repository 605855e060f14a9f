package org.sightline.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Status;
import org.sightline.map.SignPaths;
import org.sightline.map.SymbolPaths;

/** The map's signs as SVG symbols, defined once in the page: {@code head-movement}, {@code badge-disputed} ... Stateless. */
final class Signs {
    private Signs() {}

    static String symbols() {
        StringBuilder out = new StringBuilder();
        for (Category category : Category.KNOWN) {
            path(out, "head-" + category.key(), SignPaths.head(category));
            path(out, "pin-" + category.key(), SignPaths.pointed(category));
            path(out, "symbol-" + category.key(), SignPaths.symbol(category));
        }
        for (Status status : Status.values()) {
            String lines = SignPaths.badge(status);
            out.append("<g id=\"badge-").append(status.key()).append("\">");
            if (!lines.isEmpty()) {
                out.append("<circle cx=\"0.92\" cy=\"-0.88\" r=\"0.5\"/><path fill=\"none\" d=\"")
                        .append(lines)
                        .append("\" transform=\"translate(0.92 -0.88) scale(0.5)\"/>");
            }
            out.append("</g>\n");
        }
        return out.toString();
    }

    /**
     * What shapes, badges and colours mean.
     *
     * @param claims those that have military symbols; none for pins alone
     */
    static String legend(List<Claim> claims) {
        StringBuilder out = new StringBuilder();
        String framed = SymbolPaths.frames(claims).stream()
                .findFirst()
                .map(frame -> military(frame.key(), "#symbol-other"))
                .orElse("");
        Arrays.stream(Status.values())
                .forEach(status ->
                        entry(out, status.key() + " happened", "other", framed, status, Phrases.of("status", status)));
        for (String modality : new String[] {"happened", "planned", "denied"}) {
            String words = Phrases.of("legend." + modality);
            entry(out, "corroborated " + modality, "other", framed, Status.UNVERIFIED, words);
        }
        for (Category category : Category.KNOWN) {
            entry(out, "unverified happened of-category", category.key(), "", Status.UNVERIFIED, category.label());
        }
        return out + militaryLegend(claims);
    }

    /** The frames and icons that occur, each drawn once: {@code frame-hostile}, {@code icon-armour} ... */
    static String military(List<Claim> claims) {
        StringBuilder out = new StringBuilder();
        for (SymbolPaths.Piece frame : SymbolPaths.frames(claims)) {
            piece(out, "frame-", frame, "fill=\"" + frame.fill() + "\" stroke=\"#000\" stroke-width=\".14\"");
        }
        for (SymbolPaths.Piece icon : SymbolPaths.icons(claims)) {
            piece(
                    out,
                    "icon-",
                    icon,
                    icon.filled()
                            ? "fill=\"#000\" stroke=\"none\""
                            : "fill=\"none\" stroke=\"#000\" stroke-width=\".13\"");
        }
        return out.toString();
    }

    private static void piece(StringBuilder out, String kind, SymbolPaths.Piece piece, String look) {
        out.append("<path id=\"" + kind + piece.key() + "\" " + look + " d=\"" + piece.path() + "\"/>\n");
    }

    /** A claim's symbol, within its sign. */
    static String military(Claim claim) {
        return military(
                SymbolPaths.frame(claim),
                SymbolPaths.icon(claim)
                        .map(icon -> "#icon-" + icon)
                        .orElse("#symbol-" + claim.category().symbol().key()));
    }

    private static String military(String frame, String icon) {
        return "<g class=\"military\"><use class=\"frame\" href=\"#frame-" + frame + "\"/>"
                + (icon.isEmpty() ? "" : "<use class=\"icon\" href=\"" + icon + "\"/>") + "</g>";
    }

    /** What the frames and icons mean that occur. */
    private static String militaryLegend(List<Claim> claims) {
        StringBuilder out = new StringBuilder();
        List<SymbolPaths.Piece> frames = SymbolPaths.frames(claims);
        frames.forEach(frame -> militaryEntry(out, military(frame.key(), ""), frame.words()));
        for (SymbolPaths.Piece frame : frames.isEmpty() ? frames : List.of(frames.getLast())) {
            SymbolPaths.icons(claims)
                    .forEach(icon -> militaryEntry(out, military(frame.key(), "#icon-" + icon.key()), icon.words()));
            claims.stream()
                    .filter(claim -> SymbolPaths.icon(claim).isEmpty())
                    .map(claim -> claim.category().symbol())
                    .distinct()
                    .sorted(Comparator.comparingInt(Category.KNOWN::indexOf))
                    .forEach(own -> militaryEntry(out, military(frame.key(), "#symbol-" + own.key()), own.label()));
        }
        return out.toString();
    }

    private static void militaryEntry(StringBuilder out, String symbol, String words) {
        out.append(
                "<li class=\"military-only\"><svg class=\"sign both\" viewBox=\"-1.6 -1.6 3.2 3.2\" aria-hidden=\"true\">"
                        + symbol + "</svg> " + ForeignText.html(words) + "</li>\n");
    }

    /** @param framed the same as a military symbol; empty for none */
    private static void entry(
            StringBuilder out, String classes, String category, String framed, Status badge, String words) {
        out.append("<li><svg class=\"sign ")
                .append(framed.isEmpty() ? "" : "both ")
                .append(classes)
                .append("\" viewBox=\"-1.6 -1.6 3.2 3.2\" aria-hidden=\"true\"><use href=\"#head-")
                .append(category)
                .append("\"/><use class=\"symbol\" href=\"#symbol-")
                .append(category)
                .append("\"/>")
                .append(framed)
                .append("<use class=\"badge\" href=\"#badge-")
                .append(badge.key())
                .append("\"/></svg> ")
                .append(ForeignText.html(words))
                .append("</li>\n");
    }

    private static void path(StringBuilder out, String id, String data) {
        out.append("<path id=\"").append(id).append("\" d=\"").append(data).append("\"/>\n");
    }
}
