package org.sightline.overlay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.sightline.DomainException;

/** Reads files of all forms that can be laid over a map. Stateless; not on the window's thread. */
public final class OverlayFile {
    /** Endings of the files that can be read, without a dot; those of companions are not among them. */
    public static final List<String> ENDINGS = List.of(
            "geojson",
            "json",
            "geojsonl",
            "gpkg",
            "kml",
            "kmz",
            "gpx",
            "shp",
            "csv",
            "tsv",
            "tif",
            "tiff",
            "png",
            "jpg",
            "jpeg",
            "gif",
            "bmp",
            "mbtiles");

    private OverlayFile() {}

    /**
     * What can be chosen of a file that holds several things; empty when it holds one.
     *
     * @throws DomainException when it cannot be read
     */
    public static List<String> parts(OverlayQuestion question) {
        require(question);
        return database(question) && !mbTiles(question) ? GeoPackageFile.parts(question) : List.of();
    }

    /** @throws DomainException when it cannot be read, in one sentence that says why */
    public static Overlay read(OverlayQuestion question) {
        require(question);
        if (database(question)) {
            return mbTiles(question) ? MbTilesFile.read(question) : GeoPackageFile.read(question);
        }
        return switch (ending(question)) {
            case "geojson", "json", "geojsonl" -> GeoJsonFile.read(question);
            case "kml" -> KmlFile.read(question, false);
            case "kmz" -> KmlFile.read(question, true);
            case "gpx" -> GpxFile.read(question);
            case "shp" -> ShapefileFile.read(question);
            case "csv", "tsv" -> CsvPlaces.read(question);
            case "tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp" -> PlacedPicture.read(question);
            case "gpkg", "mbtiles" -> throw question.damaged("is damaged or no database; get it again.");
            case "dbf", "shx", "prj", "cpg" ->
                throw question.damaged("belongs to a Shapefile; add the file of the same name that ends in .shp.");
            default ->
                throw question.damaged("is of no form that can be laid over the map; give GeoJSON, GeoPackage, KML,"
                        + " GPX, Shapefile, CSV, GeoTIFF, a picture with a world file, or MBTiles.");
        };
    }

    private static void require(OverlayQuestion question) {
        if (!Files.isRegularFile(question.file())) {
            throw question.damaged("is missing; put it back where it was, or add it again from where it is now.");
        }
    }

    private static String ending(OverlayQuestion question) {
        String name = question.file().getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean database(OverlayQuestion question) {
        try (InputStream in = Files.newInputStream(question.file())) {
            return new String(in.readNBytes(16), StandardCharsets.ISO_8859_1).equals("SQLite format 3\0");
        } catch (IOException e) {
            throw question.unreadable(e);
        }
    }

    private static boolean mbTiles(OverlayQuestion question) {
        return ending(question).equals("mbtiles");
    }
}
