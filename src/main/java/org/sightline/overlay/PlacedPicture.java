package org.sightline.overlay;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.geo.ForeignCrs;
import org.sightline.map.GroundImage;

/** A picture with its place: a GeoTIFF, or any picture with a world file. One thread at a time. */
final class PlacedPicture implements GroundImage {
    private final AffineGround ground;
    private final PictureFile pixels;

    private PlacedPicture(AffineGround ground, PictureFile pixels) {
        this.ground = ground;
        this.pixels = pixels;
    }

    static Overlay read(OverlayQuestion question) {
        PictureFile pixels = PictureFile.open(question);
        boolean kept = false;
        try {
            Overlay overlay = placed(question, pixels);
            kept = true;
            return overlay;
        } finally {
            if (!kept) {
                pixels.close();
            }
        }
    }

    private static Overlay placed(OverlayQuestion question, PictureFile pixels) {
        List<String> notes = new ArrayList<>(pixels.notes());
        Optional<ForeignCrs.TiffPlace> tags = pixels.metadata().flatMap(ForeignCrs::ofTiff);
        AffineTransform place = tags.map(t -> new AffineTransform(t.pixelToGround()))
                .or(() -> Companions.worldFile(question.file()).map(file -> worldFile(question, file)))
                .orElseThrow(() -> question.damaged(
                        "does not say where on the ground it lies; it needs GeoTIFF tags or a world file beside it."));
        Optional<ForeignCrs> crs = question.crs().isPresent()
                ? question.crsOr(Optional.empty())
                : tags.flatMap(ForeignCrs.TiffPlace::crs)
                        .or(() -> question.crsOr(Companions.text(question.file(), ".prj")));
        AffineGround ground =
                new AffineGround(crs.orElseGet(ForeignCrs::wgs84), place, pixels.width(), pixels.height());
        if (crs.isEmpty()) {
            if (!degrees(place, pixels)) {
                throw question.placeless(String.format(
                        java.util.Locale.ROOT, "%.6g, %.6g", place.getTranslateX(), place.getTranslateY()));
            }
            notes.add("The file does not say what its coordinates are in; they are taken for degrees on WGS 84.");
        }
        if (ground.extent().isEmpty()) {
            throw question.misplaced("has coordinates that cannot be on earth; see what they are in.");
        }
        pixels.prove();
        return new Overlay.Picture(new PlacedPicture(ground, pixels), notes, "", pixels::close);
    }

    private static boolean degrees(AffineTransform place, PictureFile pixels) {
        double[] corners = {0, 0, pixels.width(), 0, 0, pixels.height(), pixels.width(), pixels.height()};
        place.transform(corners, 0, corners, 0, 4);
        for (int i = 0; i < corners.length; i += 2) {
            if (!(Math.abs(corners[i]) <= 360.5 && Math.abs(corners[i + 1]) <= 90.5)) {
                return false;
            }
        }
        return true;
    }

    /** Six lines: the affine map from the middles of pixels. */
    private static AffineTransform worldFile(OverlayQuestion question, Path file) {
        try {
            if (Files.size(file) > 4096) {
                throw question.damaged("has a world file that is no world file (" + file.getFileName() + ").");
            }
            double[] n = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .strip()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(6)
                    .mapToDouble(line -> Double.parseDouble(line.replace(',', '.')))
                    .toArray();
            if (n.length < 6) {
                throw question.damaged("has a world file of fewer than six lines (" + file.getFileName() + ").");
            }
            return new AffineTransform(n[0], n[1], n[2], n[3], n[4] - (n[0] + n[2]) / 2, n[5] - (n[1] + n[3]) / 2);
        } catch (NumberFormatException e) {
            throw question.damaged("has a world file with lines that are no numbers (" + file.getFileName() + ").", e);
        } catch (IOException e) {
            throw new DomainException("The world file " + file.getFileName() + " cannot be read.", e);
        }
    }

    @Override
    public int width() {
        return ground.width();
    }

    @Override
    public int height() {
        return ground.height();
    }

    @Override
    public Optional<Envelope> extent() {
        return ground.extent();
    }

    @Override
    public void locate(double[] lonLat, int count) {
        ground.locate(lonLat, count);
    }

    @Override
    public int step(double wanted) {
        return (int) Math.clamp(Math.floor(wanted), 1, 1 << 20);
    }

    @Override
    public BufferedImage read(Rectangle part, int step) {
        return pixels.read(part, step);
    }
}
