package org.sightline.board;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The long form of {@code KillTest}: kills a program that works on boards, as often as asked, and fails at the first
 * loss. Arguments: how often; a seed. Every other board is one of the first version, which is brought up to date.
 *
 * <p>Most of the time goes into starting Java, so the program to be killed gets an ahead-of-time cache first, for which
 * its classes must lie in jars.
 */
final class KillRun {
    private KillRun() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path folder = Files.createTempDirectory("sightline-kills-");
        Path tools = Files.createTempDirectory("sightline-kills-java-");
        String classPath = inJars(System.getProperty("java.class.path"), tools.resolve("classes.jar"));
        Path old = tools.resolve("old.gpkg");
        OldBoard.write(old);
        Path cache = tools.resolve("typist.aot");
        Killing.train(
                Killing.java(classPath, "-XX:AOTCacheOutput=" + cache, "-Xlog:disable"),
                tools.resolve("training.gpkg"),
                10);
        Killing killing = new Killing(folder, Killing.java(classPath, "-XX:AOTCache=" + cache), List.of(old), seed);
        killing.run(kills);
        Killing.delete(tools);
        Killing.delete(folder);
        System.out.println(kills + " kills, " + killing.acknowledged() + " acknowledged changes, none lost; killed in "
                + killing.killedIn());
    }

    private static String inJars(String classPath, Path jar) throws IOException {
        List<String> jars = new ArrayList<>(List.of(jar.toString()));
        Set<String> packed = new HashSet<>();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String element : classPath.split(File.pathSeparator)) {
                if (Files.isDirectory(Path.of(element))) {
                    pack(Path.of(element), packed, out);
                } else {
                    jars.add(element);
                }
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static void pack(Path folder, Set<String> packed, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("org"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (packed.add(name)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }
}
