package org.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another program, run to its end and measured. Linux: memory is read from {@code /proc}. */
final class MeasuredProcess {
    private static final int LOOK_EVERY_MILLISECONDS = 20;

    private MeasuredProcess() {}

    /**
     * @param seconds wall time
     * @param cpuSeconds user and system time
     * @param peakMebibytes largest resident size
     */
    record Run(double seconds, double cpuSeconds, long peakMebibytes) {}

    /** @throws IllegalStateException when it does not end well */
    static Run run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long peak = 0;
        double cpu = 0;
        while (!process.waitFor(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
            cpu = process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(cpu);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
        return new Run(seconds, cpu, peak);
    }

    private static long peak(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (java.nio.file.NoSuchFileException e) {
            return 0; // it has just ended
        }
    }

    /** The run of the median wall time. */
    static Run median(List<Run> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Run::seconds))
                .skip((runs.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
