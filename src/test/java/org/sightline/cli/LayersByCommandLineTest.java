package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.UserFolder;
import org.sightline.overlay.TileHost;

/** Layers are added, checked, changed and printed by the command line; tile servers are asked only when that is said. */
class LayersByCommandLineTest {
    private static final String AREA =
            "{\"type\":\"Feature\",\"properties\":{\"name\":\"Area\"},\"geometry\":{\"type\":"
                    + "\"Polygon\",\"coordinates\":[[[28,51],[30,51],[30,53],[28,53],[28,51]]]}}";

    @TempDir
    Path folder;

    private Shell shell;
    private String board = "";
    private String before = "";

    @BeforeEach
    void aBoard() {
        shell = new Shell(folder);
        before = System.getProperty(UserFolder.ELSEWHERE, "");
        System.setProperty(UserFolder.ELSEWHERE, folder.resolve("settings").toString());
        board = shell.at("board.gpkg");
        shell.run("sample", board).done();
    }

    @AfterEach
    void asBefore() {
        System.setProperty(UserFolder.ELSEWHERE, before);
    }

    private JsonNode layers(String... more) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("layers", board, "--json"), java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return shell.run(all).json();
    }

    @Test
    void aReportHoldsTheVisibleLayersUnlessSomethingIsHeldBack() throws IOException {
        String area = shell.file("secret-area.geojson", AREA);
        shell.run("layer", "add", board, area).done();
        shell.run("layer", "add", board, shell.file("hidden-area.geojson", AREA.replace("28,51", "28.5,51")))
                .done();
        assertTrue(shell.run("layer", "order", board, "2", "2")
                .complaint(Exit.USAGE)
                .contains("named twice"));
        shell.run("layer", "set", board, "2", "--visible", "no").done();
        String report = shell.at("report.html");
        shell.run("export", board, report, "--symbols", "military").done();
        String page = Files.readString(Path.of(report));
        assertTrue(page.contains("secret-area"));
        assertTrue(page.contains("class=\"military\""));
        assertEquals(-1, page.indexOf("hidden-area"));
        Shell.Ran held = shell.run("export", board, report, "--redact", "positions=10km");
        assertEquals(Exit.DONE, held.code(), held.error());
        assertTrue(held.error().contains("--layers visible takes them along"));
        assertEquals(-1, Files.readString(Path.of(report)).indexOf("secret-area"));
        shell.run("export", board, report, "--redact", "positions=10km", "--layers", "visible")
                .done();
        assertTrue(Files.readString(Path.of(report)).contains("secret-area"));
        shell.run("export", board, report, "--layers", "none").done();
        assertEquals(-1, Files.readString(Path.of(report)).indexOf("secret-area"));
        assertTrue(shell.run("export", board, shell.at("claims.csv"), "--layers", "none")
                .complaint(2)
                .contains("export to .html"));
    }

    @Test
    void theColumnsOfATableAreSaidWhereTheyAreNotRecognised() {
        String table = shell.file("posts.csv", "post;Breite;\"L, östlich\"\nFirst;51,7;28,6\nSecond;51,9;30,3\n");
        assertTrue(shell.run("layer", "add", board, table).complaint(3).contains("say which of its columns hold them"));
        assertTrue(shell.run("layer", "add", board, table, "--columns", "Breite,Nichts")
                .complaint(3)
                .contains("has no column \"Nichts\""));
        assertTrue(shell.run("layer", "add", board, table, "--columns", "a,b,c")
                .complaint(2)
                .contains("names no columns"));
        shell.run("layer", "add", board, table, "--columns", "Breite,\"L, östlich\"")
                .done();
        JsonNode layer = layers("--check").get(0);
        assertEquals(28.6, layer.get("bbox").get(0).asDouble());
        assertEquals(51.7, layer.get("bbox").get(1).asDouble());
        String words = shell.file("words.csv", "was,wo\nFirst,35UPT4850542504\n");
        shell.run("layer", "add", board, words, "--columns", "wo").done();
        assertEquals(29.15, layers("--check").get(1).get("bbox").get(0).asDouble(), 0.01);
    }

    @Test
    void aTableMayBeInAnOldEncodingAndHaveRowsThatCannotBeRead() throws IOException {
        String words = shell.file("half.csv", "name,coordinates\nA,35UPT4850542504\nB,9G3F+XX\nC,nowhere\n");
        assertTrue(shell.run("layer", "add", board, words).error().contains("2 rows have no coordinates"));
        Path old = folder.resolve("old.csv");
        Files.write(
                old,
                "Название;Широта;Долгота\nМозырь, вокзал;52,05;29,27\nЕльск, станция;51,81;29,15\n"
                        .getBytes(Charset.forName("windows-1251")));
        shell.run("layer", "add", board, old.toString(), "--columns", "Широта,Долгота")
                .done();
        assertEquals(29.15, layers("--check").get(1).get("bbox").get(0).asDouble(), 1e-6);
    }

    @Test
    void aFileIsAddedListedChangedMovedAndRemoved() {
        shell.run("layer", "add", board, shell.file("area.geojson", AREA)).done();
        shell.run("layer", "add", board, shell.file("copied.geojson", AREA), "--copy", "--name", "Kept")
                .done();
        JsonNode both = layers("--check");
        assertEquals("area.geojson", both.get(0).get("from").asText());
        assertEquals("copy", both.get(1).get("kind").asText());
        assertEquals(28, both.get(1).get("bbox").get(0).asDouble());
        shell.run("layer", "set", board, "1", "--opacity", "0.5", "--name", "Zone")
                .done();
        assertEquals("Zone", layers().get(0).get("name").asText());
        assertEquals(0.5, layers().get(0).get("opacity").asDouble());
        shell.run("layer", "remove", board, "2").done();
        assertEquals(1, layers().size());
        shell.run("undo", board).done();
        assertEquals(2, layers().size());
    }

    @Test
    void aFileThatIsMissingOrChangedIsAProblemAndTheBriefingGoesOn() throws IOException {
        Path file = Path.of(shell.file("area.geojson", AREA));
        shell.run("layer", "add", board, file.toString()).done();
        Files.writeString(file, AREA.replace("28", "27"));
        Shell.Ran changed = shell.run("layers", board, "--check");
        assertEquals(Exit.PROBLEMS, changed.code());
        assertTrue(changed.out().contains("area.geojson has changed since it was added"), changed.out());
        Files.delete(file);
        Shell.Ran missing = shell.run("layers", board, "--check");
        assertEquals(Exit.PROBLEMS, missing.code());
        assertTrue(missing.out().contains("area.geojson is missing"), missing.out());
        Shell.Ran brief = shell.run("brief", board, shell.at("out.pdf"));
        assertEquals(Exit.DONE, brief.code());
        assertTrue(brief.error().contains("Layer 1 (area) is left out"), brief.error());
        assertTrue(Files.size(folder.resolve("out.pdf")) > 1000);
        shell.run("layer", "set", board, "1", "--opacity", "0.5").done();
        String elsewhere = shell.file("moved.geojson", AREA.replace("28", "26"));
        shell.run("layer", "set", board, "1", "--file", elsewhere).done();
        shell.run("layers", board, "--check").done();
        JsonNode mended = layers().get(0);
        assertEquals(
                "moved.geojson",
                Path.of(mended.get("from").asText()).getFileName().toString());
        assertEquals("area", mended.get("name").asText());
        assertEquals(0.5, mended.get("opacity").asDouble());
        shell.run("undo", board).done();
        assertEquals(Exit.PROBLEMS, shell.run("layers", board, "--check").code());
        assertTrue(shell.run("layer", "set", board, "1", "--file", shell.at("nowhere.geojson"))
                .complaint(Exit.FAILED)
                .contains("nowhere.geojson"));
    }

    /** Its first and last tile can be read, which is looked at when it is added. */
    private Path damagedInside(String name) throws IOException {
        BufferedImage noise = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 512 * 512; i++) {
            noise.setRGB(i % 512, i / 512, i * 7919);
        }
        Path file = folder.resolve(name + ".tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("Deflate");
            how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            how.setTiling(64, 64, 0, 0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(noise, null, null), how);
        }
        writer.dispose();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 20_000, (byte) 0x55);
        Files.write(file, bytes);
        Files.writeString(folder.resolve(name + ".tfw"), "0.01\n0\n0\n-0.01\n26\n55\n");
        return file;
    }

    @Test
    void aLayerThatTurnsOutToBeDamagedIsLeftOutOfMapAndBriefing() throws IOException {
        shell.run("layer", "add", board, shell.file("area.geojson", AREA)).done();
        shell.run("layer", "add", board, damagedInside("photo").toString());
        for (String[] command : new String[][] {
            {"map", board, shell.at("map.png"), "--size", "400x300"}, {"brief", board, shell.at("out.pdf")}
        }) {
            Shell.Ran ran = shell.run(command);
            assertEquals(Exit.DONE, ran.code(), ran.error());
            assertTrue(ran.error().contains("Layer 2 (photo) is left out: The file photo.tif "), ran.error());
            assertTrue(Files.size(Path.of(command[2])) > 1000);
        }
        shell.run("layer", "remove", board, "2").done();
        String[] sound = {"map", board, shell.at("sound.png"), "--size", "400x300", "--bbox", "27,50,31,54"};
        shell.run(sound).done();
        shell.run("layer", "add", board, folder.resolve("photo.tif").toString());
        String[] lacking = sound.clone();
        lacking[2] = shell.at("lacking.png");
        assertTrue(shell.run(lacking).error().contains("is left out"));
        assertArrayEquals(
                Files.readAllBytes(Path.of(sound[2])),
                Files.readAllBytes(Path.of(lacking[2])),
                "what lies below is painted once");
    }

    @Test
    void aMapSaysWhichTilesItLacks() {
        shell.run("layer", "add", board, "--tiles", "http://127.0.0.1:1/{z}/{x}/{y}.png", "--name", "Tiles");
        Shell.Ran offline = shell.run("map", board, shell.at("map.png"), "--size", "400x300");
        assertTrue(offline.error().contains("Layer 1 (Tiles): "), offline.error());
        assertTrue(offline.error().contains("Give --online to ask it."), offline.error());
    }

    @Test
    void aServerIsAskedOnlyOnline() throws IOException {
        try (TileHost host = new TileHost(TileHost.tile(Color.MAGENTA, "Cache-Control", "max-age=3600"))) {
            shell.run("layer", "add", board, "--tiles", host.template(), "--name", "Tiles");
            assertEquals(1, layers().size());
            Shell.Ran check = shell.run("layers", board, "--check");
            assertEquals(Exit.DONE, check.code());
            assertTrue(check.out().contains("Layer 1: The tile server was not asked"), check.out());
            Shell.Ran offline = shell.run("brief", board, shell.at("offline.png"), "--dpi", "60");
            assertEquals(Exit.DONE, offline.code());
            assertTrue(
                    offline.error()
                            .matches("(?s).*Layer 1 \\(Tiles\\): (\\d+) of \\1 tiles? of 127.0.0.1 .*--online.*"),
                    offline.error());
            assertEquals(List.of(), host.asked);

            shell.run("layers", board, "--check", "--online").done();
            assertEquals(1, host.asked.size());
            shell.run("brief", board, shell.at("online.png"), "--dpi", "60", "--online")
                    .done();
            assertTrue(host.asked.size() > 3);
            assertTrue(magenta("online.png") > 0.3, "share " + magenta("online.png"));
            assertTrue(magenta("offline.png") < 0.01, "share " + magenta("offline.png"));

            host.answers(TileHost.status(500));
            assertEquals(
                    Exit.PROBLEMS,
                    shell.run("layers", board, "--check", "--online").code(),
                    "it is really asked");
            int asked = host.asked.size();
            shell.run("brief", board, shell.at("again.pdf")).done();
            assertEquals(asked, host.asked.size(), "what was kept is used offline");
            try (var pdf = Loader.loadPDF(folder.resolve("again.pdf").toFile())) {
                assertTrue(new PDFTextStripper().getText(pdf).contains("Tiles: 127.0.0.1"));
            }
        }
    }

    private double magenta(String png) throws IOException {
        BufferedImage page = ImageIO.read(folder.resolve(png).toFile());
        int found = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                Color pixel = new Color(page.getRGB(x, y));
                found += pixel.getRed() > 220 && pixel.getGreen() < 40 && pixel.getBlue() > 220 ? 1 : 0;
            }
        }
        return (double) found / page.getWidth() / page.getHeight();
    }

    @Test
    void aServerInTroubleIsAProblemOnlineAndStopsNoBriefing() {
        try (TileHost host = new TileHost(TileHost.status(403))) {
            shell.run("layer", "add", board, "--tiles", host.template());
            Shell.Ran check = shell.run("layers", board, "--check", "--online");
            assertEquals(Exit.PROBLEMS, check.code());
            assertTrue(check.out().contains("the server answered 403"), check.out());
            Shell.Ran brief = shell.run("brief", board, shell.at("out.png"), "--dpi", "50", "--online");
            assertEquals(Exit.DONE, brief.code());
            assertEquals(1, brief.error().strip().lines().count(), brief.error());
            assertTrue(brief.error().contains("missing: the server answered 403"), brief.error());
        }
    }

    @Test
    void wrongAddressesAndZoomsAreRefused() {
        for (String wrong :
                List.of("file:///x/{z}/{x}/{y}.png", "https://x/{z}/{x}.png", "https://x/{z}/{x}/{y}?k={key}")) {
            shell.run("layer", "add", board, "--tiles", wrong).complaint(Exit.FAILED);
        }
        shell.run("layer", "add", board, "--tiles", "https://x/{z}/{x}/{y}", "--min-zoom", "9", "--zoom", "5")
                .complaint(Exit.FAILED);
        shell.run("layers", board, "--online").complaint(Exit.USAGE);
        assertEquals(0, layers().size());
    }
}
