package org.sightline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.jobs.Jobs;
import org.sightline.map.MapTheme;
import org.sightline.map.ScreenColours;
import org.sightline.map.SymbolSet;

/**
 * Claims with their quotes as one HTML file: it needs no network and lets none be used (Content Security Policy), and the
 * same board gives the same bytes on the same machine. Stateless; not for the window's thread.
 */
public final class Report {
    /** Claims that a page can bear; see {@code src/docs/report.md} for what was measured. */
    public static final int MOST_CLAIMS = 20_000;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Report() {}

    /**
     * @param out UTF-8; flushed and left open
     * @throws DomainException when there are more claims than a page can bear
     * @throws java.util.concurrent.CancellationException when the job is cancelled
     */
    public static void write(ReportContent content, OutputStream out, Jobs.Progress progress) throws IOException {
        if (content.entries().size() > MOST_CLAIMS) {
            throw new DomainException(
                    Phrases.of("error.tooMany", content.entries().size(), MOST_CLAIMS));
        }
        progress.check();
        String script = Part.script();
        String style = Part.style(colours());
        Map<String, Template.Filling> page = new HashMap<>();
        page.put("policy", text(policy(script, style)));
        page.put("script", text(script));
        page.put("style", text(style));
        List<Claim> claims = content.claims();
        boolean military = content.map().hasSymbols(claims);
        ReportLayers layers = ReportLayers.of(content.map().layers(), progress::check);
        page.put("rootClass", text(content.map().symbols() == SymbolSet.MILITARY ? "military" : ""));
        page.put("symbols", text(Signs.symbols() + (military ? Signs.military(claims) : "")));
        page.put("legend", text(Signs.legend(military ? claims : List.of())));
        page.put("layers", text(switches(layers, content.map(), military)));
        page.put("layersTold", text(layers.told()));
        page.put("boardTitle", text(ForeignText.html(content.title())));
        page.put("count", phrase("count", content.entries().size()));
        page.put("asOf", text(ForeignText.html(asOf(content.lastChange()))));
        page.put("journal", text(journal(content)));
        page.put("orphaned", text(orphaned(content)));
        page.put("picture", to -> picture(content, layers, to, progress));
        page.put("claims", to -> claims(content, to, progress));
        page.put("data", to -> data(content, layers, to, progress));
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        new Template(Part.template()).write(page, writer);
        writer.flush();
    }

    /** @throws DomainException when so many claims are more than a page can bear */
    public static void requireBearable(long claims) {
        if (claims > MOST_CLAIMS) {
            throw new DomainException(Phrases.of("error.tooMany", claims, MOST_CLAIMS));
        }
    }

    private static Template.Filling text(String text) {
        return out -> out.write(text);
    }

    private static Template.Filling phrase(String key, Object... arguments) {
        return text(ForeignText.html(Phrases.of(key, arguments)));
    }

    private static String colours() {
        String paper = ScreenColours.css(MapTheme.PRINT);
        return ":root{" + ScreenColours.css(MapTheme.LIGHT) + "}\n@media (prefers-color-scheme: dark){:root{"
                + ScreenColours.css(MapTheme.DARK) + "}}\n:root.paper{" + paper + "}\n@media print{:root{" + paper
                + "}}\n";
    }

    private static String policy(String script, String style) {
        return "default-src 'none'; script-src " + Part.policyHash(script) + "; style-src " + Part.policyHash(style)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /** What can be switched on the map; empty where nothing can. */
    private static String switches(ReportLayers layers, ReportMap map, boolean military) {
        if (layers.isEmpty() && !military) {
            return "";
        }
        String checked = map.symbols() == SymbolSet.MILITARY ? " checked" : "";
        String symbols = military
                ? "<p><label><input type=\"checkbox\" id=\"military\"" + checked + "> "
                        + ForeignText.html(Phrases.of("layers.symbols")) + "</label></p>\n"
                : "";
        return "<details id=\"layers\" open><summary>" + ForeignText.html(Phrases.of("layers.title")) + "</summary>\n"
                + symbols + layers.switches() + layers.absent() + "</details>\n";
    }

    private static String asOf(Optional<Instant> lastChange) {
        return lastChange.map(at -> Phrases.of("asOf", DAY.format(at))).orElseGet(() -> Phrases.of("asOfUnknown"));
    }

    private static String journal(ReportContent content) {
        return content.journalHash()
                .map(hash -> ForeignText.html(Phrases.of("journal")) + " <code>" + ForeignText.html(hash) + "</code>")
                .orElseGet(() -> ForeignText.html(Phrases.of("journal.none")));
    }

    private static String orphaned(ReportContent content) {
        long orphaned = content.orphaned();
        return orphaned == 0
                ? ""
                : "<p class=\"alarm\">" + ForeignText.html(Phrases.of("orphanedCount", orphaned)) + "</p>";
    }

    private static void picture(ReportContent content, ReportLayers layers, Writer out, Jobs.Progress progress)
            throws IOException {
        Optional<Envelope> extent = ClaimData.extent(content);
        if (extent.isPresent()) {
            progress.report(0, Phrases.of("step.map"));
            out.write(
                    "<figure id=\"picture\"><img alt=\"" + ForeignText.html(Phrases.of("picture")) + "\" src=\""
                            + MapPicture.address(content, layers.shown(), extent.get())
                            + "\" width=\"760\" height=\"460\"><canvas id=\"paper\" width=\"1520\" height=\"920\"></canvas></figure>\n");
        }
    }

    private static void claims(ReportContent content, Writer out, Jobs.Progress progress) throws IOException {
        int done = 0;
        boolean military = content.map().hasSymbols(content.claims());
        for (ReportContent.Entry entry : content.entries()) {
            progress.check();
            ClaimArticle.write(entry, military, out);
            if (++done % 500 == 0) {
                progress.report((double) done / content.entries().size(), Phrases.of("step.claims"));
            }
        }
    }

    private static void data(ReportContent content, ReportLayers layers, Writer out, Jobs.Progress progress)
            throws IOException {
        try (JsonGenerator json = PageJson.to(out)) {
            ClaimData.write(content, layers, progress, json);
        }
    }
}
