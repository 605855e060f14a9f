package org.sightline.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;
import org.sightline.board.Layer;
import org.sightline.jobs.Jobs;
import org.sightline.overlay.web.CachedWeb;

/** Tiles of a server are asked for when that is allowed, kept as its headers say, and never stop the map. */
class TileServersTest {
    private static final int RED = Color.RED.getRGB();
    private static final int BLUE = Color.BLUE.getRGB();

    @TempDir
    Path folder;

    private final Jobs jobs = Jobs.background();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private volatile Instant now = Instant.now();
    private volatile boolean online = true;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        jobs.close();
    }

    private <T extends AutoCloseable> T closing(T one) {
        opened.add(one);
        return one;
    }

    private TileHost host(TileHost.Answer answer) {
        return closing(new TileHost(answer));
    }

    /** A program of its own, with the same folder on the disk. */
    private TileServers servers(boolean waiting, Runnable arrived, Jobs.Progress progress) {
        InstantSource clock = () -> now;
        CachedWeb.Limits limits = new CachedWeb.Limits(Duration.ofSeconds(2), 1 << 20, 1 << 20, TileServers.agent());
        return closing(new TileServers(
                jobs,
                new TileServer.Manner(waiting, () -> online, arrived, progress),
                closing(new CachedWeb(folder, jobs, limits, clock)),
                clock));
    }

    private Overlay.Picture picture(String template, int deepest) {
        return closing(servers(true, () -> {}, Reading.PROGRESS).open(new Layer.Tiles(template, deepest)));
    }

    /** The whole picture at its coarsest: the one tile of zoom 0. */
    private static int world(Overlay.Picture picture) {
        return read(picture, picture.image().width() / 256).getRGB(128, 128);
    }

    private static BufferedImage read(Overlay.Picture picture, int step) {
        return picture.image()
                .read(
                        new Rectangle(
                                0, 0, picture.image().width(), picture.image().height()),
                        step);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void tilesAreFetchedByAProgramThatNamesItself() {
        TileHost host = host(TileHost.tile(Color.RED, "Cache-Control", "max-age=60"));
        Overlay.Picture picture = picture(host.template(), 3);
        assertEquals(RED, world(picture));
        assertEquals(
                List.of("/0/0/0.png"),
                host.asked.stream().map(TileHost.Asked::path).toList());
        assertTrue(host.asked.getFirst().agent().startsWith("Sightline/"), host.asked.toString());
        assertEquals(List.of(), picture.notes());
    }

    @Test
    void nothingIsAskedUntilAPersonAllowsIt() {
        online = false;
        TileHost host = host(TileHost.tile(Color.RED));
        Overlay.Picture picture = picture(host.template(), 3);
        assertEquals(0, world(picture));
        assertEquals(List.of(), host.asked);
        assertEquals(
                List.of("1 of 1 tile of 127.0.0.1 is missing: not kept from earlier, and the server was not asked."),
                picture.notes());
        online = true;
        assertEquals(RED, world(picture), "now it is allowed");
        assertEquals(List.of(), picture.notes());
    }

    @Test
    void aFreshTileIsUsedWithoutAsking() {
        TileHost host = host(TileHost.tile(Color.RED, "Cache-Control", "public, max-age=3600"));
        world(picture(host.template(), 3));
        host.answers(TileHost.tile(Color.BLUE));
        now = now.plusSeconds(3500);
        assertEquals(RED, world(picture(host.template(), 3)));
        assertEquals(1, host.asked.size());
        now = now.plusSeconds(200);
        assertEquals(BLUE, world(picture(host.template(), 3)), "stale, and it has no validator");
    }

    @Test
    void aStaleTileIsRevalidatedAndFreshAgainAfter304() {
        TileHost host = host(TileHost.tile(
                Color.RED,
                "Cache-Control",
                "max-age=60",
                "ETag",
                "\"one\"",
                "Last-Modified",
                "Tue, 03 Nov 2020 10:00:00 GMT"));
        world(picture(host.template(), 3));
        now = now.plusSeconds(100);
        host.answers(TileHost.status(304, "Cache-Control", "max-age=600", "ETag", "\"one\""));
        assertEquals(RED, world(picture(host.template(), 3)));
        assertEquals(2, host.asked.size());
        assertEquals("\"one\"", host.asked.getLast().noneMatch());
        assertEquals("Tue, 03 Nov 2020 10:00:00 GMT", host.asked.getLast().modifiedSince());
        now = now.plusSeconds(300);
        assertEquals(RED, world(picture(host.template(), 3)), "the 304 made it last longer");
        assertEquals(2, host.asked.size());
        now = now.plusSeconds(400);
        host.answers(TileHost.tile(Color.BLUE, "ETag", "\"two\""));
        assertEquals(BLUE, world(picture(host.template(), 3)));
    }

    @Test
    void aTileThatMustNotBeStoredIsNot() throws IOException {
        TileHost host = host(TileHost.tile(Color.RED, "Cache-Control", "no-store, max-age=3600"));
        Overlay.Picture picture = picture(host.template(), 3);
        assertEquals(RED, world(picture));
        assertEquals(RED, world(picture), "what is being looked at stays");
        assertEquals(1, host.asked.size());
        assertEquals(0, files());
        world(picture(host.template(), 3));
        assertEquals(2, host.asked.size());
    }

    @Test
    void keptTilesAreUsedOfflineUnlessTheServerForbidsIt() {
        TileHost may = host(TileHost.tile(Color.RED, "Cache-Control", "max-age=60"));
        TileHost mayNot =
                host(TileHost.tile(Color.RED, "Cache-Control", "max-age=60, must-revalidate", "ETag", "\"1\""));
        world(picture(may.template(), 3));
        world(picture(mayNot.template(), 3));
        online = false;
        now = now.plusSeconds(3600);
        assertEquals(RED, world(picture(may.template(), 3)), "stale, but nobody can be asked");
        Overlay.Picture forbidden = picture(mayNot.template(), 3);
        assertEquals(0, world(forbidden));
        assertTrue(
                forbidden.notes().getFirst().contains("was not asked"),
                forbidden.notes().toString());
        assertEquals(1, may.asked.size());
        assertEquals(1, mayNot.asked.size());
    }

    @Test
    void aServerThatIsAwayLeavesWhatWasKept() {
        TileHost host = host(TileHost.tile(Color.RED, "Cache-Control", "max-age=60"));
        String template = host.template();
        world(picture(template, 3));
        now = now.plusSeconds(100);
        host.answers(TileHost.status(500));
        assertEquals(RED, world(picture(template, 3)));
        host.close();
        assertEquals(RED, world(picture(template, 3)));
    }

    @Test
    void aTileThatIsNotThereIsSaidInOneSentence() {
        TileHost host = host(TileHost.status(404));
        Overlay.Picture picture = picture(host.template(), 3);
        read(picture, 2);
        assertEquals(
                List.of("16 of 16 tiles of 127.0.0.1 are missing: the server has none there (404)."), picture.notes());
        int asked = host.asked.size();
        read(picture, 2);
        assertEquals(asked, host.asked.size(), "it is not asked again for what it does not have");
    }

    @Test
    void aServerThatForbidsIsNotAskedOn() {
        TileHost host = host(TileHost.status(403));
        Overlay.Picture picture = picture(host.template(), 4);
        read(picture, 1);
        assertTrue(host.asked.size() <= 8, "asked " + host.asked.size() + " times");
        assertEquals(
                List.of("256 of 256 tiles of 127.0.0.1 are missing: the server answered 403 (it does not allow this)."),
                picture.notes());
    }

    @Test
    void aServerThatWantsToBeLeftAloneIs() {
        TileHost host = host(TileHost.status(429, "Retry-After", "120"));
        Overlay.Picture picture = picture(host.template(), 3);
        world(picture);
        now = now.plusSeconds(100);
        world(picture);
        assertEquals(1, host.asked.size());
        now = now.plusSeconds(60);
        host.answers(TileHost.tile(Color.RED));
        assertEquals(RED, world(picture));
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUpSoon() {
        CountDownLatch end = new CountDownLatch(1);
        TileHost host = host(exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Overlay.Picture picture = picture(host.template(), 4);
        assertTimeoutPreemptively(Duration.ofSeconds(12), () -> read(picture, 1));
        end.countDown();
        assertEquals(
                List.of("256 of 256 tiles of 127.0.0.1 are missing: the server does not answer in time."),
                picture.notes());
        assertTrue(host.asked.size() <= 12, "asked " + host.asked.size() + " times");
    }

    @Test
    void aConnectionThatBreaksOffIsTriedOnceMore() {
        AtomicInteger broken = new AtomicInteger(1);
        TileHost host = host(exchange -> {
            if (broken.getAndDecrement() > 0) {
                exchange.close();
            } else {
                TileHost.tile(Color.RED).to(exchange);
            }
        });
        assertEquals(RED, world(picture(host.template(), 0)));
        broken.set(1000);
        Overlay.Picture away = picture(host.template(), 0);
        assertEquals(RED, world(away), "kept from before");
        assertTrue(broken.get() < 1000 && broken.get() > 980, "tried without end");
    }

    @Test
    void aTileThatDripsWithoutEndIsGivenUp() {
        TileHost host = host(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(0);
                    exchange.getResponseBody().flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Overlay.Picture picture = picture(host.template(), 0);
        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> world(picture));
        assertTrue(
                picture.notes().getFirst().contains("in time"), picture.notes().toString());
    }

    @Test
    void aTileOfTooManyBytesIsGivenUp() throws IOException {
        AtomicInteger sent = new AtomicInteger();
        TileHost host = host(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[1 << 16];
            while (sent.get() < 4000) {
                exchange.getResponseBody().write(piece);
                sent.incrementAndGet();
            }
        });
        Overlay.Picture picture = picture(host.template(), 0);
        assertEquals(0, world(picture));
        assertTrue(
                picture.notes().getFirst().contains("more than 1 MiB"),
                picture.notes().toString());
        assertTrue(sent.get() < 4000, "all of it was taken");
        assertEquals(0, files());
    }

    @Test
    void aTileOfTooManyPixelsIsNotDecoded() throws IOException {
        byte[] large = TileHost.png(3000, 3000, Color.RED);
        TileHost host = host(exchange -> TileHost.send(exchange, 200, large, "Content-Type", "image/png"));
        Overlay.Picture picture = picture(host.template(), 0);
        assertEquals(0, world(picture));
        assertTrue(
                picture.notes().getFirst().contains("3000 by 3000"),
                picture.notes().toString());
        assertEquals(0, files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "image/png", "application/x-protobuf"})
    void whatIsNoPictureIsSaidAndNotKept(String type) throws IOException {
        byte[] page = "<html>Please sign in</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TileHost host = host(
                exchange -> TileHost.send(exchange, 200, page, "Content-Type", type, "Cache-Control", "max-age=9999"));
        Overlay.Picture picture = picture(host.template(), 0);
        assertEquals(0, world(picture));
        String note = picture.notes().getFirst();
        boolean said = type.equals("image/png")
                ? note.contains("of a form that is not read")
                : note.contains("sends " + type.replaceFirst(";.*", "") + " where a picture should be");
        assertTrue(said, note);
        assertEquals(0, files());
    }

    @Test
    void redirectsAreFollowedToTheWebOnly() throws IOException {
        Path secret = Files.write(folder.resolveSibling("secret.png"), TileHost.png(256, 256, Color.BLUE));
        TileHost elsewhere = host(TileHost.tile(Color.RED, "Cache-Control", "max-age=60"));
        TileHost host =
                host(TileHost.status(302, "Location", elsewhere.template().replaceAll("\\{.\\}", "0")));
        assertEquals(RED, world(picture(host.template(), 0)));
        for (String wrong : List.of(secret.toUri().toString(), "jar:file:/a.jar!/b.png", "ftp://127.0.0.1/x.png", "")) {
            host.answers(TileHost.status(302, "Location", wrong));
            Overlay.Picture picture = picture(host.template(), 0);
            assertEquals(0, world(picture), wrong);
            assertTrue(
                    picture.notes().getFirst().contains("is not followed"),
                    picture.notes().toString());
        }
        host.answers(TileHost.status(302, "Location", "/again"));
        Overlay.Picture round = picture(host.template(), 0);
        world(round);
        assertTrue(
                round.notes().getFirst().contains("without end"), round.notes().toString());
        Files.delete(secret);
    }

    @Test
    void aFewTilesAreAskedForAtOnce() {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        TileHost host = host(exchange -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            together.decrementAndGet();
            TileHost.tile(Color.RED).to(exchange);
        });
        Overlay.Picture picture = picture(host.template(), 2);
        BufferedImage all = read(picture, 1);
        assertEquals(16, host.asked.size());
        assertTrue(most.get() > 1 && most.get() <= 4, "at once " + most.get());
        assertEquals(RED, all.getRGB(1000, 20));
    }

    @Test
    void rowsCountFromTheSouthWhereTheAddressSaysSoAndNamesTakeTurns() {
        TilePyramid.Place place = new TilePyramid.Place(3, 2, 1);
        assertEquals("https://x/3/2/1.png", TileAddress.of("https://x/{z}/{x}/{y}.png", place));
        assertEquals("https://x/3/2/6.png", TileAddress.of("https://x/{z}/{x}/{-y}.png", place));
        assertEquals("https://a.x/3/2/1.png", TileAddress.of("https://{s}.x/{z}/{x}/{y}{r}.png", place));
        assertEquals("https://t2.x/3/2/1", TileAddress.of("https://{switch:t2,t3,t1}.x/{z}/{x}/{y}", place));
        for (String wrong : List.of(
                "file:///tmp/{z}/{x}/{y}.png",
                "https://x/{z}/{x}.png",
                "https://x/{z}/{x}/{y}?key={apikey}",
                "https://user:secret@x/{z}/{x}/{y}.png",
                "{s}/{z}/{x}/{y}")) {
            Layer.Tiles tiles = new Layer.Tiles(wrong, 19);
            assertThrows(
                    DomainException.class,
                    () -> servers(true, () -> {}, Reading.PROGRESS).open(tiles),
                    wrong);
        }
        for (int[] zooms : new int[][] {{-1, 5}, {6, 5}, {0, 23}, {0, 1 << 30}}) {
            Layer.Tiles tiles = new Layer.Tiles("https://x/{z}/{x}/{y}.png", zooms[0], zooms[1]);
            assertThrows(
                    DomainException.class,
                    () -> servers(true, () -> {}, Reading.PROGRESS).open(tiles));
        }
    }

    @Test
    void zoomsTheServerDoesNotHaveAreNotAskedFor() {
        TileHost host = host(TileHost.tile(Color.RED));
        Overlay.Picture picture =
                closing(servers(true, () -> {}, Reading.PROGRESS).open(new Layer.Tiles(host.template(), 1, 3)));
        assertEquals(1, picture.image().step(0.01), "enlarged beyond the finest");
        int coarsest = picture.image().step(1e6);
        assertEquals(4, coarsest);
        read(picture, coarsest);
        assertEquals(4, host.asked.size());
        assertTrue(host.asked.stream().allMatch(one -> one.path().startsWith("/1/")), host.asked.toString());
    }

    @Test
    void aWindowPaintsWhatIsThereAndIsToldWhenMoreHasCome() throws InterruptedException {
        Semaphore letGo = new Semaphore(0);
        TileHost host = host(exchange -> {
            boolean world = exchange.getRequestURI().getPath().startsWith("/0/");
            if (!world) {
                letGo.acquireUninterruptibly();
            }
            TileHost.tile(world ? Color.BLUE : Color.RED).to(exchange);
        });
        Semaphore arrived = new Semaphore(0);
        Overlay.Picture picture =
                closing(servers(false, arrived::release, Reading.PROGRESS).open(new Layer.Tiles(host.template(), 1)));
        assertEquals(0, world(picture), "nothing is there yet, and nobody waits");
        assertTrue(arrived.tryAcquire(10, TimeUnit.SECONDS));
        assertEquals(BLUE, world(picture));
        assertEquals(BLUE, read(picture, 1).getRGB(128, 128), "the coarser tile stands in for the finer");
        letGo.release(4);
        assertTrue(arrived.tryAcquire(4, 10, TimeUnit.SECONDS));
        assertEquals(RED, read(picture, 1).getRGB(128, 128));
        assertEquals(5, host.asked.size());
    }

    @Test
    void whatANewerPaintingDoesNotWantIsNotFetched() throws InterruptedException {
        Semaphore letGo = new Semaphore(0);
        TileHost host = host(exchange -> {
            letGo.acquireUninterruptibly();
            TileHost.tile(Color.RED).to(exchange);
        });
        Semaphore arrived = new Semaphore(0);
        Overlay.Picture picture =
                closing(servers(false, arrived::release, Reading.PROGRESS).open(new Layer.Tiles(host.template(), 4)));
        read(picture, 1);
        for (int i = 0; i < 500 && host.asked.size() < 4; i++) {
            Thread.sleep(20);
        }
        world(picture);
        letGo.release(1000);
        assertTrue(arrived.tryAcquire(5, 10, TimeUnit.SECONDS));
        Thread.sleep(200);
        assertEquals(5, host.asked.size(), "the four that were under way, and the one that is wanted");
    }

    @Test
    void waitingEndsWhenItIsCancelled() {
        TileHost host = host(exchange -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long end = System.nanoTime() + 300_000_000L;
        Jobs.Progress cancelled = new Jobs.Progress() {
            @Override
            public void report(double done, String step) {}

            @Override
            public boolean cancelled() {
                return System.nanoTime() > end;
            }

            @Override
            public void check() {
                if (cancelled()) {
                    throw new CancellationException();
                }
            }
        };
        Overlay.Picture picture = closing(servers(true, () -> {}, cancelled).open(new Layer.Tiles(host.template(), 3)));
        long before = System.nanoTime();
        assertThrows(CancellationException.class, () -> world(picture));
        assertTrue(System.nanoTime() - before < 1_500_000_000L);
    }

    @Test
    void aDamagedFileOnTheDiskIsAskedForAnew() throws IOException {
        TileHost host = host(TileHost.tile(Color.RED, "Cache-Control", "max-age=3600"));
        world(picture(host.template(), 0));
        Path file;
        try (Stream<Path> all = Files.walk(folder)) {
            file = all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, whole.length / 2, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertEquals(RED, world(picture(host.template(), 0)));
        }
        byte[] turned = whole.clone();
        turned[whole.length / 2] ^= 1;
        Files.write(file, turned);
        assertEquals(RED, world(picture(host.template(), 0)));
        assertEquals(6, host.asked.size());
        assertEquals(1, files());
    }

    @Test
    void theOldestTilesLeaveTheDiskWhenThereAreTooMany() throws IOException {
        byte[] noise = new byte[100_000];
        new java.util.Random(4).nextBytes(noise);
        byte[] png = TileHost.png(64, 64, Color.RED);
        byte[] padded = java.util.Arrays.copyOf(png, png.length + noise.length);
        System.arraycopy(noise, 0, padded, png.length, noise.length);
        TileHost host = host(exchange -> TileHost.send(exchange, 200, padded, "Cache-Control", "max-age=9999"));
        read(picture(host.template(), 2), 1);
        assertEquals(16, host.asked.size());
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes <= 1 << 20 && bytes > 400_000, "bytes on the disk " + bytes);
        assertFalse(files() > 10, "files " + files());
    }

    @Test
    void twoProgramsShareTheFolder() {
        TileHost host = host(TileHost.tile(Color.RED, "Cache-Control", "max-age=3600"));
        Overlay.Picture one = picture(host.template(), 3);
        Overlay.Picture other = picture(host.template(), 3);
        var first = jobs.quietly(() -> read(one, 1).getRGB(5, 5));
        var second = jobs.quietly(() -> read(other, 1).getRGB(5, 5));
        assertEquals(RED, first.join());
        assertEquals(RED, second.join());
        int asked = host.asked.size();
        assertTrue(asked <= 128);
        assertEquals(RED, read(picture(host.template(), 3), 1).getRGB(2000, 2000));
        assertEquals(asked, host.asked.size());
    }
}
