package org.sightline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.sightline.app.desk.SettingsFile;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Change;
import org.sightline.claim.Claim;
import org.sightline.claim.Status;
import org.sightline.jobs.Jobs;

/**
 * The window on a large board beside the same on an empty one. Two kinds of run:
 *
 * <ul>
 *   <li>{@code open EMPTY BOARD RUNS SECONDS -- COMMAND...}: starts the built program on each board in turn, under the
 *       display that {@code DISPLAY} names, and prints medians of when the first claims and all of them were drawn, and
 *       the resident memory when all is at rest
 *   <li>{@code change BOARD CHANGES}: edits claims here and there through the window's own workspace, without a display,
 *       and prints how long each took until it was on disk and shown; changes the board, so give it a copy
 * </ul>
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.main=org.sightline.app.LargeBoardBenchmark
 * -Dbench.flags=-Xmx1g -Dbench.args="change BOARD 200"}
 */
public final class LargeBoardBenchmark {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    private LargeBoardBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("open")) {
            List<String> command = List.of(args).subList(List.of(args).indexOf("--") + 1, args.length);
            opening(List.of(args[1], args[2]), Integer.parseInt(args[3]), Long.parseLong(args[4]), command);
        } else {
            changes(Path.of(args[1]), Integer.parseInt(args[2]));
        }
        System.exit(0); // the toolkit's threads would stay
    }

    private static void opening(List<String> boards, int runs, long seconds, List<String> command)
            throws IOException, InterruptedException {
        Map<String, Map<String, long[]>> figures = new HashMap<>();
        for (int run = 0; run < runs; run++) { // in turn, for the machine is not always equally busy
            for (String board : boards) {
                for (Map.Entry<String, Long> figure :
                        open(board, seconds, command).entrySet()) {
                    figures.computeIfAbsent(board, b -> new HashMap<>())
                                    .computeIfAbsent(figure.getKey(), k -> new long[runs])[run] =
                            figure.getValue();
                }
            }
        }
        figures.forEach((board, ofBoard) -> ofBoard.forEach(
                (what, values) -> System.out.println(board + " " + what + " median " + median(values))));
    }

    private static Map<String, Long> open(String board, long seconds, List<String> command)
            throws IOException, InterruptedException {
        Path settings = Files.createTempDirectory("sightline-bench");
        List<String> whole = new java.util.ArrayList<>(command);
        whole.addAll(List.of("open", board));
        ProcessBuilder builder = new ProcessBuilder(whole).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JDK_JAVA_OPTIONS", "-Dsightline.moments=true");
        builder.environment().put("XDG_CONFIG_HOME", settings.toString());
        Process process = builder.start();
        Map<String, Long> figures = new HashMap<>();
        Thread listening = Thread.ofPlatform().start(() -> listen(process, figures));
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmHWM") || line.startsWith("VmRSS")) {
                    figures.put(line.substring(0, 5) + "-kB", Long.parseLong(line.replaceAll("[^0-9]", "")));
                }
            }
            process.destroy();
            process.waitFor();
        }
        listening.join();
        return figures;
    }

    private static void listen(Process process, Map<String, Long> figures) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int at = line.indexOf("sightline-moment ");
                if (at >= 0) {
                    String[] words = line.substring(at).split(" ");
                    figures.put(words[1] + "-ms", Long.parseLong(words[2]));
                    figures.put(words[1] + "-cpu-ms", Long.parseLong(words[3]));
                }
            }
        } catch (IOException e) {
            System.err.println("the program's words were lost: " + e.getMessage());
        }
    }

    private static void changes(Path board, int changes) {
        WindowPicture.startToolkit();
        Workspace workspace = WindowPicture.onWindow(
                () -> new Workspace(Jobs.background(), Platform::runLater, SettingsFile.forgetful()));
        Scene scene = WindowPicture.onWindow(() -> WindowPicture.scene(workspace, WIDTH, HEIGHT, Theme.LIGHT));
        WindowPicture.await(WindowPicture.onWindow(() -> workspace.open(board)));
        WindowPicture.picture(scene);
        int all = WindowPicture.onWindow(
                () -> workspace.view().get().orElseThrow().claims().size());
        long[] micros = new long[changes];
        for (int i = 0; i < changes; i++) {
            long id = 1 + (long) i * 7_919 % all;
            Claim claim = WindowPicture.await(WindowPicture.onWindow(
                    () -> workspace.read(snapshot -> snapshot.claim(id).orElseThrow())));
            Status other = claim.status() == Status.REFUTED ? Status.DISPUTED : Status.REFUTED;
            WindowPicture.onWindow(() -> {
                workspace.selection().chooseClaim(claim.uuid());
                return "";
            });
            WindowPicture.await(WindowPicture.onWindow(workspace::idle));
            long begun = System.nanoTime();
            WindowPicture.await(
                    WindowPicture.onWindow(() -> workspace.apply(new Change.EditClaim(claim.withStatus(other)))));
            micros[i] = (System.nanoTime() - begun) / 1_000;
        }
        long[] later = Arrays.copyOfRange(micros, changes / 2, changes); // the first has the day's backup made
        System.out.println(all + " claims: a change took " + median(later) + " us (median of the later half), "
                + Arrays.stream(micros).max().orElse(0) + " us at most");
        WindowPicture.await(WindowPicture.onWindow(workspace::idle));
        workspace.close();
        workspace.jobs().close();
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
