package org.sightline.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with slots, {@code {{name}}}: what a slot is filled with is written as it is; a name without a filling is a
 * phrase of that key.
 */
final class Template {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([A-Za-z.]+)}}");

    private final String page;

    Template(String page) {
        this.page = page;
    }

    /** Writes what stands in a slot. */
    @FunctionalInterface
    interface Filling {
        void writeTo(Writer out) throws IOException;
    }

    void write(Map<String, Filling> fillings, Writer out) throws IOException {
        Matcher slot = SLOT.matcher(page);
        int done = 0;
        while (slot.find()) {
            out.write(page, done, slot.start() - done);
            Filling filling = fillings.get(slot.group(1));
            if (filling == null) {
                out.write(ForeignText.html(Phrases.of(slot.group(1))));
            } else {
                filling.writeTo(out);
            }
            done = slot.end();
        }
        out.write(page, done, page.length() - done);
    }
}
