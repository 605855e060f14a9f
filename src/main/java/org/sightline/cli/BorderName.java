package org.sightline.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a country's border is named on the command line: {@code border:UA}. Stateless. */
final class BorderName {
    private static final Pattern FORM = Pattern.compile("(?i)border:\\s*(.*)");

    private BorderName() {}

    /** The country's code; empty when the words do not name a border. */
    static Optional<String> read(String words) {
        Matcher matcher = FORM.matcher(words.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String country = matcher.group(1).strip().toUpperCase(Locale.ROOT);
        if (!country.matches("[A-Z]{2}")) {
            throw new UsageException("\"" + words
                    + "\" does not name a border; write border: and the country's two letters, such as border:UA.");
        }
        return Optional.of(country);
    }
}
