package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;
import org.sightline.jobs.Jobs;
import org.sightline.source.Source;

/**
 * Claims as Markdown (CommonMark) to be pasted: each claim with what is known of it, its quotes as block quotes and, below
 * each, the source and the first digits of the capture's hash. Words of others are escaped. Stateless.
 */
final class MarkdownExport {
    private MarkdownExport() {}

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    static void write(Handover claims, OutputStream out, Jobs.Progress progress) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("# " + line(claims.title()) + "\n");
        Told told = new Told(claims, progress);
        claims.each(entry -> {
            told.one();
            text.write(section(entry));
        });
        text.flush();
    }

    private static String section(Handover.Entry entry) {
        Claim claim = entry.claim();
        StringBuilder out = new StringBuilder();
        out.append("\n## ")
                .append(claim.id())
                .append("\\. ")
                .append(line(claim.statement()))
                .append("\n\n");
        claim.quantity().ifPresent(q -> item(out, "How many", q.display()));
        claim.when().ifPresent(w -> item(out, "When", w.display()));
        claim.place().ifPresent(p -> item(out, "Where", where(p)));
        claim.distance().ifPresent(d -> item(out, "Distance", d.verbatim()));
        claim.claimant().ifPresent(c -> item(out, "Who says so", c));
        item(out, "Standing", standing(entry));
        if (!claim.tags().isEmpty()) {
            item(out, "Tags", String.join(", ", claim.tags()));
        }
        if (!claim.notes().isBlank()) {
            item(out, "Notes", claim.notes());
        }
        entry.quotes().forEach(cited -> out.append(quote(cited)));
        return out.toString();
    }

    private static void item(StringBuilder out, String name, String words) {
        out.append("- **").append(name).append(":** ").append(line(words)).append('\n');
    }

    private static String standing(Handover.Entry entry) {
        Claim claim = entry.claim();
        List<String> words = new ArrayList<>();
        words.add(claim.status().label());
        words.add(claim.category().label());
        words.add(claim.modality().label());
        claim.credibility().ifPresent(c -> words.add("credibility " + c.grade()));
        words.add(
                entry.independentRoots() == 1 ? "1 independent root" : entry.independentRoots() + " independent roots");
        return String.join(", ", words);
    }

    private static String where(Place place) {
        String name = place.name();
        if (!(place.geometry() instanceof Point point)) {
            return name.isEmpty() ? "an area" : name;
        }
        Position at = new Position(point.getY(), point.getX());
        String position = Notation.DECIMAL.write(at, place.radiusMetres())
                + ClaimJson.mgrs(place).map(grid -> " (" + grid + ")").orElse("");
        return name.isEmpty() ? position : name + ", " + position;
    }

    private static String quote(Handover.Cited cited) {
        StringBuilder out = new StringBuilder("\n");
        for (String line : cited.quote().exact().split("\\R", -1)) {
            out.append("> ").append(escape(line)).append('\n');
        }
        Source source = cited.source();
        List<String> origin = new ArrayList<>();
        source.publisher().ifPresent(p -> origin.add(line(p)));
        origin.add("“" + line(source.title()) + "”");
        source.published().ifPresent(date -> origin.add(date.toString()));
        source.url().ifPresent(url -> origin.add(address(url)));
        origin.add("captured " + cited.capture().retrieved().toString().substring(0, 10));
        origin.add("SHA-256 " + cited.capture().shortHash());
        Optional.of(RelayedSources.of(cited))
                .filter(behind -> !behind.isEmpty())
                .ifPresent(behind -> origin.add("after "
                        + line(String.join(
                                ", ", behind.stream().map(Source::shortName).toList()))));
        if (!cited.citation().intact()) {
            origin.add("**orphaned: the capture does not hold these words at this place**");
        }
        return out.append(">\n> — ")
                .append(String.join(", ", origin))
                .append('\n')
                .toString();
    }

    /** An address is clickable where nothing in it would end it. */
    private static String address(String url) {
        return url.matches("(?i)https?://[^\\s<>]+") ? "<" + url + ">" : line(url);
    }

    private static String line(String words) {
        return escape(words.replaceAll("\\s*\\R\\s*", " ").strip());
    }

    /** A backslash before what Markdown or HTML within it could take for markup. */
    private static String escape(String words) {
        String escaped = words.replaceAll("([\\\\`*_{}\\[\\]<>#|~&!])", "\\\\$1");
        return escaped.replaceFirst("^(\\s*)([+\\-=])", "$1\\\\$2").replaceFirst("^(\\s*\\d+)([.)])", "$1\\\\$2");
    }
}
