package org.sightline.report;

import java.util.Arrays;
import org.sightline.claim.Category;
import org.sightline.claim.Status;
import org.sightline.map.SignPaths;

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

    /** What shapes, badges and colours mean. */
    static String legend() {
        StringBuilder out = new StringBuilder();
        Arrays.stream(Status.values())
                .forEach(status ->
                        entry(out, status.key() + " happened", "other", status, Phrases.of("status", status)));
        for (String modality : new String[] {"planned", "denied"}) {
            entry(out, "corroborated " + modality, "other", Status.UNVERIFIED, Phrases.of("legend." + modality));
        }
        for (Category category : Category.KNOWN) {
            entry(out, "unverified happened", category.key(), Status.UNVERIFIED, category.label());
        }
        return out.toString();
    }

    private static void entry(StringBuilder out, String classes, String category, Status badge, String words) {
        out.append("<li><svg class=\"sign ")
                .append(classes)
                .append("\" viewBox=\"-1.6 -1.6 3.2 3.2\" aria-hidden=\"true\"><use href=\"#head-")
                .append(category)
                .append("\"/><use class=\"symbol\" href=\"#symbol-")
                .append(category)
                .append("\"/><use class=\"badge\" href=\"#badge-")
                .append(badge.key())
                .append("\"/></svg> ")
                .append(ForeignText.html(words))
                .append("</li>\n");
    }

    private static void path(StringBuilder out, String id, String data) {
        out.append("<path id=\"").append(id).append("\" d=\"").append(data).append("\"/>\n");
    }
}
