package org.sightline.board;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Cuts the power of a board without touching a plug. The board lies on an ext4 file system in an image file. While a
 * {@link Typist} works on it, the process is stopped and the image copied: what the system had not yet written to the
 * image is lost in the copy, as it would be in a machine without power. The copy is mounted, which recovers the file
 * system, and the board on it is opened and checked.
 *
 * <p>Linux, as root. Arguments: how many cuts; a seed; {@code FULL}, or {@code NORMAL} for a program that does not wait
 * for the disk. With {@code FULL} fails at the first loss; with {@code NORMAL} fails when nothing was lost at all.
 */
final class PowerCutRun {
    private static final int CUTS_PER_SESSION = 10;

    private final Path folder;
    private final Random random;
    private final boolean weakened;
    private int cuts;
    private int losses;
    private long acknowledged;
    private long lost;

    private PowerCutRun(Path folder, long seed, boolean weakened) {
        this.folder = folder;
        this.random = new Random(seed);
        this.weakened = weakened;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int wanted = Integer.parseInt(arguments[0]);
        boolean weakened = arguments[2].equals("NORMAL");
        Path folder = Files.createTempDirectory("sightline-power-");
        PowerCutRun run = new PowerCutRun(folder, Long.parseLong(arguments[1]), weakened);
        while (run.cuts < wanted) {
            run.session(Math.min(CUTS_PER_SESSION, wanted - run.cuts));
        }
        sh("rm -rf " + folder);
        System.out.println(run.cuts + " power cuts with synchronous=" + arguments[2] + ", " + run.acknowledged
                + " acknowledged changes; cuts that lost some: " + run.losses + " (" + run.lost + " changes)");
        if (weakened == (run.losses == 0)) {
            throw new AssertionError(weakened ? "no loss was found where there must be some" : "changes were lost");
        }
    }

    private void session(int most) throws IOException, InterruptedException {
        Path image = folder.resolve("image");
        Path disk = folder.resolve("disk");
        Files.createDirectories(disk);
        sh("rm -f " + image + "; truncate -s 64M " + image + "; mkfs.ext4 -q -F " + image + "; mount -o loop,commit=60 "
                + image + " " + disk);
        Path board = disk.resolve("board.gpkg");
        Board.create(board, "Rail").close();
        sh("sync -f " + disk);
        Process typist = start(board);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(typist.getInputStream(), StandardCharsets.UTF_8))) {
            Acknowledged saved = new Acknowledged();
            for (int i = 0; i < most; i++) {
                long before = saved.hashes().size();
                long until = System.nanoTime() + (100 + random.nextInt(1200)) * 1_000_000L;
                while (System.nanoTime() < until || saved.hashes().isEmpty()) {
                    note(said.readLine(), saved);
                }
                sh("kill -STOP " + typist.pid());
                Thread.sleep(50);
                while (said.ready()) {
                    note(said.readLine(), saved);
                }
                Path copy = folder.resolve("copy");
                sh("cp --sparse=always " + image + " " + copy);
                sh("kill -CONT " + typist.pid());
                acknowledged += saved.hashes().size() - before;
                cuts++;
                check(copy, saved);
            }
        } finally {
            typist.toHandle().destroyForcibly();
            typist.waitFor();
            sh("umount " + disk);
        }
    }

    private void check(Path copy, Acknowledged saved) throws IOException, InterruptedException {
        Path disk = folder.resolve("recovered");
        Files.createDirectories(disk);
        sh("mount -o loop " + copy + " " + disk);
        try {
            try (Board board = Board.open(disk.resolve("board.gpkg"), Board.Mode.WRITE)) {
                List<Long> missing = saved.missingFrom(board);
                lost += missing.size();
                losses += missing.isEmpty() ? 0 : 1;
                if (!weakened && !missing.isEmpty()) {
                    throw new AssertionError("cut " + cuts + " lost " + missing);
                }
                Acknowledged.assertWhole(board, "cut " + cuts);
            }
        } finally {
            sh("umount " + disk);
        }
    }

    private static void note(String line, Acknowledged saved) {
        if (line.startsWith("saved ")) {
            String[] words = line.split(" ");
            saved.hashes().put(Long.parseLong(words[1]), words[2]);
        }
    }

    private Process start(Path board) throws IOException {
        List<String> command = new ArrayList<>(Killing.java(System.getProperty("java.class.path")));
        command.addAll(List.of(Typist.class.getName(), board.toString(), Long.toString(random.nextLong()), "0", "0"));
        if (weakened) {
            command.add("weakened");
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void sh(String script) throws IOException, InterruptedException {
        int result =
                new ProcessBuilder("sh", "-e", "-c", script).inheritIO().start().waitFor();
        if (result != 0) {
            throw new IOException("\"" + script + "\" ended with " + result + "; this needs Linux and root");
        }
    }
}
