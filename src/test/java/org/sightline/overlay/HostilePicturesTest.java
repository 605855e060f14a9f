package org.sightline.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;
import org.sightline.map.GroundImage;

/** Small pictures that claim to be enormous, or lie otherwise: refused in a sentence, before any memory is taken. */
class HostilePicturesTest {
    private static final String WORLD_FILE = "0.00001\n0\n0\n-0.00001\n28\n52\n";
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path placed(String name, String worldEnding, byte[] bytes) throws IOException {
        Files.writeString(folder.resolve(name.replaceFirst("[.].*", worldEnding)), WORLD_FILE);
        return file(name, bytes);
    }

    private static void refused(Path file, String... words) {
        String refusal = assertTimeoutPreemptively(SOON, () -> Reading.refusal(file));
        assertTrue(refusal.startsWith("The file " + file.getFileName() + " "), refusal);
        for (String word : words) {
            assertTrue(refusal.contains(word), refusal);
        }
    }

    private static byte[] png(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9C, 0x63, 0, 0, 0, 1, 0, 1});
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] named = new byte[4 + data.length];
        System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, named, 0, 4);
        System.arraycopy(data, 0, named, 4, data.length);
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    @Test
    void aPngThatClaimsToBeEnormousIsRefused() throws IOException {
        refused(placed("x.png", ".pgw", png(100_000, 100_000)), "100,000 by 100,000 pixels", "GeoTIFF");
        refused(placed("x.png", ".pgw", png(Integer.MAX_VALUE, Integer.MAX_VALUE)), "pixels");
        refused(placed("x.png", ".pgw", png(-5, 7)));
    }

    @Test
    void aJpegThatClaimsToBeEnormousIsRefused() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpg", whole);
        byte[] bytes = whole.toByteArray();
        for (int i = 0; i + 9 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xC0) { // the frame's header
                ByteBuffer.wrap(bytes).putShort(i + 5, (short) 65_000).putShort(i + 7, (short) 65_000);
            }
        }
        refused(placed("x.jpg", ".jgw", bytes), "65,000 by 65,000 pixels");
    }

    @Test
    void aBitmapThatClaimsToBeEnormousIsRefused() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'B').put((byte) 'M').putInt(100).putInt(0).putInt(54);
        bytes.putInt(40).putInt(1_000_000).putInt(1_000_000).putShort((short) 1).putShort((short) 24);
        refused(placed("x.bmp", ".bpw", bytes.array()));
    }

    @Test
    void aTiffInOnePieceThatClaimsToBeEnormousIsRefused() throws IOException {
        Tiff tiff = Tiff.grey(1_000_000, 1_000_000, new byte[10]).placed(28, 52, 1e-6, 4326, true);
        refused(file("x.tif", tiff.bytes()), "1,000,000 by 1,000,000 pixels", "tiled GeoTIFF");
    }

    @Test
    void aTiffOfManySamplesInAPixelIsRefused() throws IOException {
        int samples = 200;
        int[] bits = new int[samples];
        Arrays.fill(bits, 64);
        int[] formats = new int[samples];
        Arrays.fill(formats, 3);
        Tiff tiff = Tiff.grey(5_000, 5_000, new byte[10])
                .placed(28, 52, 1e-6, 4326, true)
                .shorts(Tiff.BITS, bits)
                .shorts(Tiff.SAMPLES, samples)
                .shorts(339, formats);
        Path file = file("x.tif", tiff.bytes());
        refusedAtTheLatestWhenPainted(file);
    }

    @Test
    void aPictureWhosePixelsEndTooEarlyIsRefusedInsteadOfPaintedBlack() throws IOException {
        Tiff tiff = Tiff.grey(100, 100, new byte[5_000]).placed(28, 52, 1e-6, 4326, true);
        refused(file("x.tif", tiff.longs(279, 10_000).bytes()), "ends too early");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        BufferedImage noise = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200 * 200; i++) {
            noise.setRGB(i % 200, i / 200, i * 7919);
        }
        ImageIO.write(noise, "jpg", whole);
        byte[] half = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);
        refused(placed("x.jpg", ".jgw", half), "ends too early");
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", drawn);
        refused(placed("x.png", ".pgw", Arrays.copyOf(drawn.toByteArray(), drawn.size() / 2)), "ends too early");
    }

    @Test
    void aTiledTiffWithoutItsTilesTakesNoMemory() throws IOException {
        Tiff tiff = Tiff.grey(1_000_000, 1_000_000, new byte[256 * 256])
                .placed(28, 52, 1e-6, 4326, true)
                .without(273, 278, 279)
                .shorts(Tiff.TILE_WIDTH, 256)
                .shorts(Tiff.TILE_HEIGHT, 256)
                .longs(Tiff.TILE_OFFSETS, 8)
                .longs(Tiff.TILE_COUNTS, 256 * 256);
        refusedAtTheLatestWhenPainted(file("x.tif", tiff.bytes()));
    }

    @Test
    void tagsThatClaimToHaveMoreValuesThanTheFileIsLongAreRefused() throws IOException {
        for (int tag : new int[] {33550, 33922, 34735, Tiff.BITS, 273}) {
            Tiff tiff = Tiff.grey(16, 16, new byte[256])
                    .placed(28, 52, 1e-3, 4326, true)
                    .lying(tag, 400_000_000);
            refusedAtTheLatestWhenPainted(file("x.tif", tiff.bytes()));
        }
    }

    @Test
    void aTiffOfVeryManyTilesIsReadInParts() throws IOException {
        int across = 600;
        int[] offsets = new int[across * across];
        Arrays.fill(offsets, 8);
        int[] counts = new int[across * across];
        Arrays.fill(counts, 256 * 256);
        byte[] grey = new byte[256 * 256];
        Arrays.fill(grey, (byte) 0x80);
        Tiff tiff = Tiff.grey(256 * across, 256 * across, grey)
                .placed(28, 52, 1e-6, 4326, true)
                .without(273, 278, 279)
                .shorts(Tiff.TILE_WIDTH, 256)
                .shorts(Tiff.TILE_HEIGHT, 256)
                .longs(Tiff.TILE_OFFSETS, offsets)
                .longs(Tiff.TILE_COUNTS, counts);
        Path file = file("x.tif", tiff.bytes());
        assertTimeoutPreemptively(SOON, () -> {
            try (Overlay.Picture picture = (Overlay.Picture) OverlayFile.read(Reading.question(file))) {
                BufferedImage part = picture.image().read(new Rectangle(100_000, 100_000, 500, 500), 1);
                assertEquals(0xFF808080, part.getRGB(250, 250));
            }
        });
        refusedAtTheLatestWhenPainted(file);
    }

    /** Some of a file is only read when it is looked at. */
    private static void refusedAtTheLatestWhenPainted(Path file) {
        String said = assertTimeoutPreemptively(SOON, () -> {
            try (Overlay.Picture picture = (Overlay.Picture) OverlayFile.read(Reading.question(file))) {
                GroundImage image = picture.image();
                int step = image.step(Math.max(image.width(), image.height()) / 1000.0);
                Rectangle part = new Rectangle(0, 0, image.width(), image.height());
                return assertThrows(DomainException.class, () -> image.read(part, step))
                        .getMessage();
            } catch (DomainException e) {
                return e.getMessage();
            }
        });
        assertTrue(said.startsWith("The file x.tif ") || said.contains("GeoTIFF tags"), said);
    }

    @Test
    void damagedPicturesAreRefusedWhereverTheDamageIs() throws IOException {
        byte[] sound = Tiff.grey(16, 16, new byte[256])
                .placed(28, 52, 1e-3, 4326, true)
                .bytes();
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = sound.clone();
            for (int j = 0; j < 3; j++) {
                damaged[264 + random.nextInt(sound.length - 264)] = (byte) random.nextInt();
            }
            Path file = file("x.tif", damaged);
            assertTimeoutPreemptively(SOON, () -> {
                try (Overlay.Picture picture = (Overlay.Picture) OverlayFile.read(Reading.question(file))) {
                    GroundImage image = picture.image();
                    image.read(new Rectangle(0, 0, Math.min(500, image.width()), Math.min(500, image.height())), 1);
                } catch (DomainException e) {
                    assertTrue(e.getMessage().endsWith("."), e.getMessage());
                }
            });
        }
    }

    @Test
    void longitudesComeFirstInAGeoTiffInDegreesWhateverTheRegistrySays() throws IOException {
        Path file = file(
                "x.tif",
                Tiff.grey(20, 10, new byte[200]).placed(28, 52, 0.1, 4326, true).bytes());
        try (Overlay.Picture picture = (Overlay.Picture) OverlayFile.read(Reading.question(file))) {
            double[] place = {28.5, 51.8};
            picture.image().locate(place, 1);
            assertEquals(5, place[0], 1e-6);
            assertEquals(2, place[1], 1e-6);
            assertEquals(28, picture.image().extent().orElseThrow().getMinX(), 1e-6);
            assertEquals(51, picture.image().extent().orElseThrow().getMinY(), 1e-6);
        }
    }

    @Test
    void aPictureOverTheAntimeridianHasPixelsOnBothSides() throws IOException {
        Path degrees = file(
                "x.tif",
                Tiff.grey(20, 10, new byte[200]).placed(170, 52, 1, 4326, true).bytes());
        Path mercator = file(
                "y.tif",
                Tiff.grey(20, 10, new byte[200])
                        .placed(18_924_313.434856508, 6_800_000, 111_319.49079327358, 3857, false)
                        .bytes());
        for (Path file : List.of(degrees, mercator)) {
            try (Overlay.Picture picture = (Overlay.Picture) OverlayFile.read(Reading.question(file))) {
                double[] places = {172, 51, 179.99, 51, -179.99, 51, -171, 51, 168, 51};
                picture.image().locate(places, 5);
                double[] columns = {2, 9.99, 10.01, 19, -2};
                for (int i = 0; i < columns.length; i++) {
                    assertEquals(columns[i], places[2 * i], 1e-3, file + " " + i);
                }
                assertEquals(170, picture.image().extent().orElseThrow().getMinX(), 1e-3);
                assertEquals(190, picture.image().extent().orElseThrow().getMaxX(), 1e-3);
            }
        }
    }

    @Test
    void aPictureWithoutASystemIsDegreesOrRefused() throws IOException {
        byte[] small = TileHost.png(10, 10, Color.RED);
        Path degrees = placed("x.png", ".pgw", small);
        try (Overlay overlay = OverlayFile.read(Reading.question(degrees))) {
            assertTrue(
                    overlay.notes().getFirst().contains("taken for degrees"),
                    overlay.notes().toString());
        }
        Files.writeString(folder.resolve("x.pgw"), "10\n0\n0\n-10\n510000\n5740000\n");
        refused(degrees, "no coordinate system", "EPSG:32635");
        for (String wrong :
                new String[] {"", "1\n2\n3", "a\nb\nc\nd\ne\nf\n", "NaN\n0\n0\nNaN\n28\n52\n", "0\n0\n0\n0\n28\n52\n"
                }) {
            Files.writeString(folder.resolve("x.pgw"), wrong);
            String refusal = Reading.refusal(degrees);
            assertTrue(refusal.startsWith("The ") && refusal.endsWith("."), refusal);
        }
        Files.delete(folder.resolve("x.pgw"));
        refused(degrees, "where on the ground");
    }
}
