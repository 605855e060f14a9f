package org.sightline.overlay;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.geo.ForeignCrs;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/**
 * A table of places with headings: columns of latitude and longitude, or of easting and northing, or one of coordinates in
 * any notation, or one of well-known text.
 */
final class CsvPlaces {
    private static final int BEGINNING = 1 << 16;
    private static final List<String> LAT =
            List.of("lat", "latitude", "y", "northing", "lat_wgs84", "point_y", "широта");
    private static final List<String> LON =
            List.of("lon", "lng", "long", "longitude", "x", "easting", "lon_wgs84", "point_x", "долгота");
    private static final List<String> COORDINATES =
            List.of("coordinates", "coordinate", "position", "latlon", "latlong", "mgrs", "utm", "координаты");
    private static final List<String> WKT = List.of("wkt", "geom", "geometry", "the_geom", "shape");

    private final OverlayQuestion question;
    private final Gatherer gatherer;
    private final char separator;
    private int lat = -1;
    private int lon = -1;
    private int coordinates = -1;
    private int wkt = -1;
    private int name = -1;
    private long unread;

    private CsvPlaces(OverlayQuestion question, Gatherer gatherer, char separator) {
        this.question = question;
        this.gatherer = gatherer;
        this.separator = separator;
    }

    static Overlay.Features read(OverlayQuestion question) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(question.file()), BEGINNING)) {
            in.mark(BEGINNING);
            byte[] beginning = in.readNBytes(BEGINNING - 1);
            in.reset();
            Charset charset = charset(beginning);
            String first = new String(beginning, charset).lines().findFirst().orElse("");
            char separator = separator(first);
            Optional<ForeignCrs> crs = question.crsOr(Optional.of("OGC:CRS84"));
            CsvPlaces table = new CsvPlaces(question, new Gatherer(question, crs), separator);
            table.rows(new InputStreamReader(in, charset));
            return table.done();
        } catch (CsvParseException | UncheckedIOException e) {
            throw question.damaged("is no table that can be read; see whether a quotation mark is left open in it.", e);
        } catch (IOException e) {
            throw question.unreadable(e);
        }
    }

    private static Charset charset(byte[] beginning) {
        if (beginning.length > 1 && (beginning[0] & 0xFF) + (beginning[1] & 0xFF) == 0xFF + 0xFE) {
            return StandardCharsets.UTF_16;
        }
        // the last letters may be cut in two
        int end = beginning.length < BEGINNING - 1 ? beginning.length : beginning.length - 4;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(beginning, 0, Math.max(0, end)));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return detected(beginning);
        }
    }

    /** What the letters are likeliest written in. */
    private static Charset detected(byte[] beginning) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(beginning);
        return Arrays.stream(detector.detectAll())
                .map(CharsetMatch::getName)
                .filter(name -> !name.startsWith("UTF-") && !name.startsWith("IBM") && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElse(Charset.forName("windows-1252"));
    }

    private static char separator(String headings) {
        char best = ',';
        long most = -1;
        for (char c : new char[] {',', ';', '\t', '|'}) {
            long count = headings.chars().filter(letter -> letter == c).count();
            if (count > most) {
                best = c;
                most = count;
            }
        }
        return best;
    }

    private void rows(Reader text) throws IOException {
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            boolean headings = true;
            for (CsvRecord row : rows) {
                if (headings) {
                    headings(row.getFields());
                    headings = false;
                } else {
                    row(row.getFields());
                }
            }
        }
    }

    private void headings(List<String> fields) {
        List<String> written = fields.stream()
                .map(field -> field.replace("\uFEFF", "").strip())
                .toList();
        List<String> names =
                written.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        name = NameFields.best(names);
        if (question.part().isPresent()) {
            chosen(PlaceColumns.read(question.part().get()), written);
            return;
        }
        lat = column(names, LAT);
        lon = column(names, LON);
        coordinates = column(names, COORDINATES);
        wkt = column(names, WKT);
        if ((lat < 0 || lon < 0) && coordinates < 0 && wkt < 0) {
            throw unknown("has no columns that are known to hold coordinates, such as lat and lon", written);
        }
    }

    /** The columns that a person has said. */
    private void chosen(PlaceColumns said, List<String> headings) {
        int first = headings.indexOf(said.first());
        int second = said.second().map(headings::indexOf).orElse(first);
        if (first < 0 || second < 0) {
            throw unknown(
                    "has no column \""
                            + (first < 0 ? said.first() : said.second().orElse("")) + "\" among "
                            + String.join(", ", headings),
                    headings);
        }
        if (said.second().isPresent()) {
            lat = first;
            lon = second;
        } else {
            coordinates = first;
        }
    }

    private UnknownColumns unknown(String what, List<String> headings) {
        return new UnknownColumns(
                question.damaged(what + "; say which of its columns hold them.").getMessage(), headings);
    }

    private static int column(List<String> names, List<String> known) {
        return known.stream()
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private void row(List<String> fields) {
        boolean read = lat >= 0 && lon >= 0
                ? pair(field(fields, lon), field(fields, lat))
                : wkt >= 0 ? wkt(field(fields, wkt)) : words(field(fields, coordinates));
        if (read) {
            gatherer.endFeature(name < 0 ? "" : field(fields, name));
        } else if (fields.stream().anyMatch(field -> !field.isBlank())) {
            unread++;
        }
    }

    private static String field(List<String> fields, int at) {
        return at < fields.size() ? fields.get(at).strip() : "";
    }

    private boolean pair(String x, String y) {
        try {
            // a comma in a number is a decimal one where fields are separated otherwise
            double lonDegrees = Double.parseDouble(separator == ',' ? x : x.replace(',', '.'));
            double latDegrees = Double.parseDouble(separator == ',' ? y : y.replace(',', '.'));
            gatherer.vertex(lonDegrees, latDegrees);
            gatherer.endPoints();
            return true;
        } catch (NumberFormatException e) {
            return words(y + " " + x);
        }
    }

    private boolean words(String words) {
        if (question.crs().isPresent()) {
            return false; // notations are on WGS 84
        }
        Optional<Position> position;
        try {
            position = Notation.read(words);
        } catch (DomainException e) {
            return false; // such as half a plus code: a row like others that cannot be read
        }
        position.ifPresent(place -> {
            gatherer.vertex(place.lon(), place.lat());
            gatherer.endPoints();
        });
        return position.isPresent();
    }

    private boolean wkt(String words) {
        return Wkt.read(words, gatherer);
    }

    private Overlay.Features done() {
        if (gatherer.features() == 0) {
            throw question.damaged("has no row with coordinates that can be read; see what its columns hold.");
        }
        if (unread > 0) {
            gatherer.note(
                    unread == 1
                            ? "1 row has no coordinates that can be read and is not shown."
                            : String.format(
                                    Locale.ENGLISH,
                                    "%,d rows have no coordinates that can be read and are not shown.",
                                    unread));
        }
        return gatherer.done();
    }
}
