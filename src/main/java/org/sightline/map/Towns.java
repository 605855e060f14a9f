package org.sightline.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.Position;

/**
 * The gazetteer's towns as the map names them, {@code assets/gazetteer/towns.tsv.gz}: each with its isolation, the
 * distance to the nearest more important town, as topographers say it of summits. A town is shown once that distance is
 * wide enough on the map, so that names thin out evenly, in crowded lands and in empty ones, and independently of where
 * the map is panned. The file has the most isolated first and is read only as far as a map has needed it: far views need
 * little of it.
 *
 * <p>Thread rule: safe for any thread; off the window's, for near views read on for some tenths of a second.
 */
public final class Towns {
    private static final String FILE = "/assets/gazetteer/towns.tsv.gz";
    private static final int MOST = 200_000;

    private static final class Holder {
        private static final Towns BUILT_IN = new Towns();
    }

    /** What a town is the seat of (GeoNames feature codes PPLC, PPLA, any other); that of a territory is a region's. */
    public enum Seat {
        STATE,
        REGION,
        NONE
    }

    /**
     * One town.
     *
     * @param population 0 where unknown
     * @param isolation metres
     */
    public record Town(String name, Position position, long population, Seat seat, double isolation) {
        /** People, and more for a seat of government. */
        public double importance() {
            return Towns.importance(seat, population);
        }
    }

    private final InputStream file;
    private final byte[] buffer = new byte[1 << 15];
    private int buffered;
    private int next;
    private boolean ended;

    private int count;
    private final int[] isolations = new int[MOST];
    private final Seat[] seats = new Seat[MOST];
    private final int[] populations = new int[MOST];
    private final double[] lats = new double[MOST];
    private final double[] lons = new double[MOST];
    private final String[] names = new String[MOST];

    private Towns() {
        InputStream resource = Towns.class.getResourceAsStream(FILE);
        if (resource == null) {
            throw new IllegalStateException("The program is incomplete: " + FILE + " is missing");
        }
        try {
            file = new GZIPInputStream(resource, 1 << 14);
            field(); // the headings
            while (buffer[next - 1] != '\n') {
                field();
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    public static Towns builtIn() {
        return Holder.BUILT_IN;
    }

    /**
     * Towns at least that far from any more important one, most isolated first.
     *
     * @param importance at least so much
     * @param within degrees
     */
    public synchronized List<Town> apart(double metres, double importance, Envelope within) {
        readTo(metres);
        List<Town> found = new ArrayList<>();
        for (int i = 0; i < count && isolations[i] >= metres; i++) {
            if (within.intersects(lons[i], lats[i]) && importance(seats[i], populations[i]) >= importance) {
                Position at = new Position(lats[i], lons[i]);
                found.add(new Town(names[i], at, populations[i], seats[i], isolations[i]));
            }
        }
        return found;
    }

    /** How many there are in all. */
    synchronized int size() {
        readTo(0);
        return count;
    }

    private void readTo(double metres) {
        try {
            while (!ended && (count == 0 || isolations[count - 1] >= metres)) {
                read();
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static UncheckedIOException damaged(IOException e) {
        return new UncheckedIOException("The program is damaged: " + FILE + " cannot be read", e);
    }

    private void read() throws IOException {
        String isolation = field();
        if (isolation.isEmpty()) {
            ended = true;
            file.close();
            return;
        }
        isolations[count] = Integer.parseInt(isolation);
        String seat = field();
        seats[count] = seat.equals("C") ? Seat.STATE : seat.equals("A") ? Seat.REGION : Seat.NONE;
        String people = field();
        populations[count] = people.isEmpty() ? 0 : Integer.parseInt(people);
        lats[count] = Double.parseDouble(field());
        lons[count] = Double.parseDouble(field());
        names[count++] = field();
    }

    /** Up to the next tab or the end of the line; empty at the end of the file. */
    private String field() throws IOException {
        int start = next;
        while (true) {
            for (; next < buffered; next++) {
                if (buffer[next] == '\t' || buffer[next] == '\n') {
                    return new String(buffer, start, next++ - start, StandardCharsets.UTF_8);
                }
            }
            System.arraycopy(buffer, start, buffer, 0, buffered - start); // fields are far shorter than the buffer
            buffered -= start;
            next = buffered;
            start = 0;
            int more = file.read(buffer, buffered, buffer.length - buffered);
            if (more <= 0) {
                return "";
            }
            buffered += more;
        }
    }

    /** Seats of government count for more than their size. */
    static double importance(Seat seat, long people) {
        return switch (seat) {
            case STATE -> 4.0 * people + Math.min(400_000, 20 * people);
            case REGION -> 1.5 * people + Math.min(20_000, 2 * people);
            case NONE -> people;
        };
    }
}
