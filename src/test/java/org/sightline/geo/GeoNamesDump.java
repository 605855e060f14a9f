package org.sightline.geo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small dumps in the form of GeoNames, made up, on disk. */
public final class GeoNamesDump {
    /** Two villages, a brook, an airfield and a district in a forest of no country in particular. */
    public static final String PLACES =
            row(90000001, "Ozyornaya Gorka", "Azyornaya Horka,Озёрная Горка", 52.10001, 28.2, "P", "PPL", 412)
                    + row(90000002, "Staraya Zvonka", "Стара Дзвінка,ستارايا زفونكا", 52.2, 28.3, "P", "PPL", 0)
                    + row(90000003, "Zvonka", "", 52.21, 28.31, "H", "STM", 0)
                    + row(90000004, "Aerodrom Zvonka", "ZVK", 52.25, 28.35, "S", "AIRF", 0)
                    + row(90000005, "Zvonski Rayon", "", 52.3, 28.4, "A", "ADM2", 15_000);

    public static final String ALTERNATES = alternate(1, 90000002, "en", "Old Bell")
            + alternate(2, 90000002, "link", "https://example.org/zvonka")
            + alternate(3, 12345, "en", "Elsewhere");

    private GeoNamesDump() {}

    private static String alternate(long number, long id, String language, String name) {
        return number + "\t" + id + "\t" + language + "\t" + name + "\t".repeat(6) + "\n";
    }

    /** One line of a dump. */
    public static String row(
            long id, String name, String others, double lat, double lon, String kind, String code, long population) {
        return String.join(
                        "\t",
                        Long.toString(id),
                        name,
                        name,
                        others,
                        Double.toString(lat),
                        Double.toString(lon),
                        kind,
                        code,
                        "BY",
                        "",
                        "02",
                        "",
                        "",
                        "",
                        Long.toString(population),
                        "",
                        "150",
                        "Europe/Minsk",
                        "2024-01-01")
                + "\n";
    }

    public static Path text(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    /** As GeoNames packs it: the text beside a readme. */
    public static Path zip(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("About.".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(file.getFileName().toString().replace(".zip", ".txt")));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
