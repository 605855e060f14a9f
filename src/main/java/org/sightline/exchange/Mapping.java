package org.sightline.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * What a person says of a table: which column holds what, and how its dates, numbers and letters are written. As text, a
 * line each, such as {@code statement = Headline}, {@code dates = day-first}, {@code decimals = comma} and {@code
 * encoding = windows-1251}; lines that begin with # are remarks. Immutable.
 *
 * @param columns headings by role; a role that is not named is guessed, one with an empty heading is left out
 */
public record Mapping(Map<String, String> columns, Dates dates, boolean decimalComma, Optional<Charset> encoding) {
    /** Says nothing: all is guessed. */
    public static final Mapping GUESSED = new Mapping(Map.of(), Dates.ASK, false, Optional.empty());

    private static final int LONGEST = 1 << 20;

    /** What 3/4/2022 means. */
    public enum Dates {
        /** Nothing, where it could be either. */
        ASK,
        DAY_FIRST,
        MONTH_FIRST;

        /** Stable form for files and the command line. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Dates parse(String words) {
            for (Dates each : values()) {
                if (each.key().equals(words.strip().toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            throw new DomainException("\"" + words + "\" is no order of dates; use day-first or month-first.");
        }
    }

    public Mapping {
        columns = Map.copyOf(columns);
    }

    /** The roles that a column can have, likeliest first. */
    public static List<String> roles() {
        return ColumnRoles.Role.keys();
    }

    /** @throws DomainException when it cannot be read, or a line says nothing that is known */
    public static Mapping read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new DomainException("The file \"" + file + "\" is too long to be a mapping.");
            }
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new DomainException(
                    "The mapping \"" + file + "\" cannot be read; see that it is there, in UTF-8.", e);
        }
    }

    /** @throws DomainException when a line says nothing that is known */
    public static Mapping parse(List<String> lines) {
        Map<String, String> columns = new LinkedHashMap<>();
        Dates dates = Dates.ASK;
        boolean comma = false;
        Optional<Charset> encoding = Optional.empty();
        for (String line : lines) {
            String said = line.strip();
            if (said.isEmpty() || said.startsWith("#") || said.equals("\uFEFF")) {
                continue;
            }
            int equals = said.indexOf('=');
            if (equals < 0) {
                throw new DomainException("\"" + said + "\" says nothing; write lines like \"statement = Headline\".");
            }
            String key =
                    said.substring(0, equals).strip().toLowerCase(Locale.ROOT).replace("\uFEFF", "");
            String value = said.substring(equals + 1).strip();
            switch (key) {
                case "dates" -> dates = Dates.parse(value);
                case "decimals" -> comma = isComma(value);
                case "encoding" -> encoding = Optional.of(charset(value));
                default -> columns.put(role(key), value);
            }
        }
        return new Mapping(columns, dates, comma, encoding);
    }

    private static boolean isComma(String value) {
        if (!value.equals("comma") && !value.equals("point")) {
            throw new DomainException("\"" + value + "\" is no way to write decimals; use comma or point.");
        }
        return value.equals("comma");
    }

    /** @throws DomainException when no Java knows it */
    public static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new DomainException(
                    "\"" + name + "\" is no encoding that is known here; use one like UTF-8 or" + " windows-1251.", e);
        }
    }

    private static String role(String key) {
        if (!roles().contains(key)) {
            throw new DomainException("\"" + key + "\" is nothing that a column can be; use one of "
                    + String.join(", ", roles()) + ", dates, decimals or encoding.");
        }
        return key;
    }

    public Mapping withDates(Dates order) {
        return new Mapping(columns, order, decimalComma, encoding);
    }

    public Mapping withDecimalComma(boolean comma) {
        return new Mapping(columns, dates, comma, encoding);
    }

    public Mapping withEncoding(Optional<Charset> charset) {
        return new Mapping(columns, dates, decimalComma, charset);
    }

    /** With a role given to a column. @param heading empty for none */
    public Mapping with(String role, String heading) {
        Map<String, String> all = new LinkedHashMap<>(columns);
        all.put(role, heading);
        return new Mapping(all, dates, decimalComma, encoding);
    }

    /** As {@link #parse} reads it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        roles().stream().filter(columns::containsKey).forEach(role -> lines.add(role + " = " + columns.get(role)));
        lines.add("dates = " + dates.key());
        lines.add("decimals = " + (decimalComma ? "comma" : "point"));
        encoding.ifPresent(charset -> lines.add("encoding = " + charset.name()));
        return lines;
    }
}
