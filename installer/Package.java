import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the application image for the system it runs on, with the JDK that runs it, and on Linux a .deb of it.
 *
 * <p>{@code java installer/Package.java DISTRIBUTION OUTPUT VERSION [deb]}: DISTRIBUTION is the folder that
 * {@code mvn package} leaves in {@code target/sightline}; the image is written to OUTPUT/Sightline (OUTPUT/Sightline.app
 * on macOS). JavaFX is linked into the image's own Java runtime; everything else stays on the class path. At the end
 * the image draws its window once without a display, and what the JVM learns from that is kept as an AOT cache (JEP
 * 514), from which every later start profits.
 *
 * <p>On Linux the launchers are scripts: jpackage's own ask at each start which package they belong to, a tenth of a
 * second and more. There SQLite's library lies in the image too, instead of being unpacked from its jar at each start.
 */
final class Package {
    /** Modules of the JDK that the class path needs; JavaFX's own are found through javafx.controls. */
    private static final String MODULES = String.join(
            ",",
            "javafx.controls",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.sql",
            "java.xml",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.localedata",
            "jdk.unsupported",
            "jdk.zipfs");

    private static final boolean WINDOWS = os().contains("win");
    private static final boolean MAC = os().contains("mac");
    private static final boolean LINUX = !WINDOWS && !MAC;

    /** Classes of an older format are left out of an AOT cache. */
    private static final int OLDEST_CACHED = ClassFile.JAVA_6_VERSION;

    private final Path distribution;
    private final Path output;
    private final String version;

    private Package(Path distribution, Path output, String version) {
        this.distribution = distribution;
        this.output = output;
        this.version = version;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 3) {
            System.err.println("usage: java installer/Package.java DISTRIBUTION OUTPUT VERSION [deb]");
            System.exit(2);
        }
        Package made = new Package(Path.of(args[0]), Path.of(args[1]).toAbsolutePath(), args[2]);
        made.image();
        made.renew("picocli-");
        if (LINUX) {
            made.unpackSqlite();
            made.script("Sightline", made.choice(), made.options("jvm", "sightline.aot"));
            made.script("sightline-quick", "", made.quickOptions());
        }
        made.train();
        System.out.println("Image: " + made.root());
        if (args.length > 3 && args[3].equals("deb")) {
            made.deb();
        }
    }

    private static String os() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private Path root() {
        return output.resolve(MAC ? "Sightline.app" : "Sightline");
    }

    /** The image's folder of jars, which holds the launcher's settings and the cache too. */
    private Path app() {
        return root().resolve(WINDOWS ? "app" : MAC ? "Contents/app" : "lib/app");
    }

    private Path launcher(String name) {
        return root().resolve(WINDOWS ? name + ".exe" : (MAC ? "Contents/MacOS/" : "bin/") + name);
    }

    private void image() throws IOException, InterruptedException {
        deleteTree(root());
        Files.createDirectories(output);
        List<String> command = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type",
                "app-image",
                "--name",
                "Sightline",
                "--app-version",
                version,
                "--description",
                "Evidence board for open-source investigation",
                "--input",
                distribution.resolve("lib").toString(),
                "--main-jar",
                "sightline.jar",
                "--module-path",
                distribution.resolve("javafx").toString(),
                "--add-modules",
                MODULES,
                "--jlink-options",
                "--strip-debug --no-man-pages --no-header-files --include-locales=en",
                "--dest",
                output.toString()));
        List<String> options = options("jvm", "sightline.aot");
        options.addAll(options("window"));
        for (String option : options) {
            command.addAll(List.of("--java-options", option));
        }
        command.addAll(List.of("--add-launcher", "sightline-quick=" + quick()));
        if (WINDOWS) {
            command.add("--win-console");
        } else if (LINUX) {
            // jpackage takes PNG on Linux only; the other systems keep its default until their forms are made
            command.addAll(List.of("--icon", icon().toString()));
        }
        run(command);
    }

    /** What Java is started with: always (jvm), for a window (window), for any other command (command). */
    private List<String> options(String kind) throws IOException {
        List<String> options = new ArrayList<>();
        for (String option : Files.readAllLines(distribution.resolve("lib/" + kind + ".options"))) {
            if (!option.isBlank() && !option.startsWith("--add-modules")) {
                options.add(option);
            }
        }
        return options;
    }

    private List<String> options(String kind, String cache) throws IOException {
        List<String> options = options(kind);
        options.add("-XX:AOTCache=$APPDIR/" + cache);
        return options;
    }

    /** Shell that sets {@code kind} to the options for a window or for another command. */
    private String choice() throws IOException {
        return """
                case ${1:-open} in
                  open) kind="%s" ;;
                  *) kind="%s" ;;
                esac

                """.formatted(String.join(" ", options("window")), String.join(" ", options("command")));
    }

    /**
     * For a second launcher, of commands that take a second or two: without the compiler that pays only in longer ones,
     * which otherwise takes a processor away from the work, and with a smaller cache of what they need.
     */
    private List<String> quickOptions() throws IOException {
        List<String> options = new ArrayList<>(options("jvm", "sightline-quick.aot"));
        options.addAll(options("command"));
        options.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.5", "-Xmn400m"));
        if (LINUX) {
            options.add("-XX:+UseTransparentHugePages");
        }
        return options;
    }

    private Path quick() throws IOException {
        Path properties = output.resolve("sightline-quick.properties");
        String settings = "java-options=" + String.join(" ", quickOptions()) + "\nwin-console=true\n";
        Files.writeString(properties, settings, StandardCharsets.UTF_8);
        return properties;
    }

    /** Puts a script in a launcher's place. @param choice shell that sets more options in {@code kind}, or nothing */
    private void script(String name, String choice, List<String> options) throws IOException {
        String java = options.stream()
                .map(option -> " \\\n  \"" + option.replace("$APPDIR", "$home/lib/app") + "\"")
                .collect(Collectors.joining());
        Files.writeString(launcher(name), """
                #!/bin/sh
                # Starts Sightline with the Java runtime beside it.
                self=$0
                while [ -L "$self" ]; do
                  target=$(readlink "$self")
                  case $target in /*) self=$target ;; *) self=$(dirname "$self")/$target ;; esac
                done
                home=$(cd "${self%/*}/.." && pwd)

                # Java reads the words and file names of a command by the locale; one that is not UTF-8 would lose letters.
                case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
                  *[Uu][Tt][Ff]*) ;;
                  *) LC_ALL=C.UTF-8; export LC_ALL ;;
                esac

                """
                + choice
                + "exec \"$home/lib/runtime/bin/java\""
                + (choice.isEmpty() ? "" : " $kind")
                + java
                + " \\\n  \"-Dorg.sqlite.lib.path=$home/lib/app\" -jar \"$home/lib/app/sightline.jar\" \"$@\"\n");
        Files.delete(app().resolve(name + ".cfg")); // the settings of the launcher that was there
    }

    private void unpackSqlite() throws IOException {
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (ZipFile jar = new ZipFile(jar("sqlite-jdbc-").toFile())) {
            ZipEntry library = jar.getEntry("org/sqlite/native/Linux/" + processor + "/libsqlitejdbc.so");
            if (library == null) {
                throw new IOException("sqlite-jdbc has no library for " + processor + ".");
            }
            Files.write(
                    app().resolve("libsqlitejdbc.so"), jar.getInputStream(library).readAllBytes());
        }
    }

    private Path jar(String begin) throws IOException {
        try (Stream<Path> jars = Files.list(app())) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(begin))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no " + begin + "*.jar in the image."));
        }
    }

    /** Restates a jar's old classes in a format that the AOT cache takes; what they do stays the same. */
    private void renew(String begin) throws IOException {
        Path jar = jar(begin);
        Path renewed = output.resolve(jar.getFileName());
        try (ZipFile old = new ZipFile(jar.toFile());
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                ZipOutputStream made = new ZipOutputStream(Files.newOutputStream(renewed))) {
            ClassFile format = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
            for (ZipEntry entry : Collections.list(old.entries())) {
                byte[] bytes = old.getInputStream(entry).readAllBytes();
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTime(entry.getTime());
                made.putNextEntry(same);
                made.write(entry.getName().endsWith(".class") ? renewed(format, bytes) : bytes);
            }
        }
        Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] renewed(ClassFile format, byte[] bytes) {
        ClassModel old = format.parse(bytes);
        if (old.majorVersion() >= OLDEST_CACHED) {
            return bytes;
        }
        return format.transformClass(
                old,
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                        .andThen((made, element) -> {
                            if (element instanceof ClassFileVersion) {
                                made.withVersion(ClassFile.JAVA_8_VERSION, 0);
                            } else {
                                made.with(element);
                            }
                        }));
    }

    private Path icon() throws IOException {
        Path icon = output.resolve("sightline.png");
        try (var jar = new ZipFile(
                distribution.resolve("lib/sightline.jar").toFile())) {
            Files.write(
                    icon,
                    jar.getInputStream(jar.getEntry("org/sightline/app/icon-256.png")).readAllBytes());
        }
        return icon;
    }

    /** Runs the main job and a map once, recording. */
    private void train() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("sightline-training");
        try {
            record("Sightline", "demo", "--headless", work.toString());
            String board = work.resolve("sample.gpkg").toString();
            String map = work.resolve("map.png").toString();
            record("sightline-quick", "map", board, map, "--show", "claims", "--bbox", "20,43,46,62");
        } finally {
            deleteTree(work);
        }
    }

    /** A launcher's settings name its cache; a missing one is passed over in silence. */
    private void record(String name, String... arguments) throws IOException, InterruptedException {
        Path settings = LINUX ? launcher(name) : app().resolve(name + ".cfg");
        String kept = Files.readString(settings, StandardCharsets.UTF_8);
        try {
            Files.writeString(settings, kept.replace("-XX:AOTCache=", "-XX:AOTCacheOutput="), StandardCharsets.UTF_8);
            List<String> command = new ArrayList<>(List.of(launcher(name).toString()));
            command.addAll(List.of(arguments));
            run(command);
        } finally {
            Files.writeString(settings, kept, StandardCharsets.UTF_8);
        }
        Path cache = app().resolve(name.toLowerCase(Locale.ROOT) + ".aot");
        if (!Files.exists(cache)) {
            throw new IOException("The training run left no AOT cache " + cache + ".");
        }
    }

    private void deb() throws IOException, InterruptedException {
        run(List.of(
                tool("jpackage"),
                "--type",
                "deb",
                "--name",
                "Sightline",
                "--app-version",
                version,
                "--app-image",
                root().toString(),
                "--linux-package-name",
                "sightline",
                "--linux-menu-group",
                "Office",
                "--linux-shortcut",
                "--linux-deb-maintainer",
                "sightline@localhost",
                "--license-file",
                distribution.resolve("LICENSE").toString(),
                "--dest",
                output.toString()));
        try (Stream<Path> files = Files.list(output)) {
            files.filter(f -> f.toString().endsWith(".deb")).forEach(f -> System.out.println("Package: " + f));
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("\"" + String.join(" ", command) + "\" ended with " + code + ".");
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
