package org.sightline.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.overlay.OverlayFile;

/** The bundle has every word the window asks for, and no other. */
class WordsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "sightline", "app");
    private static final Path DESIGNER = SOURCES.resolve("designer");
    private static final Pattern ASKED = Pattern.compile("Words\\.of\\(\\s*\"([A-Za-z.]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z]+(?:\\.[A-Za-z]+)+)\"");
    private static final Pattern ACT =
            Pattern.compile("declare\\(\\s*\"(\\w+)\"|appearance\\(\"(\\w+)\"|fold\\(\"(\\w+)\"");

    /** Keys that are put together from a constant's name. */
    private static final Set<String> CONSTANTS = Set.of(
            "status",
            "modality",
            "placeprecision",
            "category",
            "reliability",
            "credibility",
            "notation",
            "kind",
            "here",
            "projection",
            "compass",
            "relation",
            "role",
            "dates",
            "claims",
            "claim",
            "source",
            "menu",
            "tab",
            "act");

    private final ResourceBundle bundle = ResourceBundle.getBundle("org.sightline.app.window");

    @Test
    void everyWordThatIsAskedForIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String code : sources()) {
            Matcher asked = ASKED.matcher(code);
            while (asked.find()) {
                if (!bundle.containsKey(asked.group(1))) {
                    missing.add(asked.group(1));
                }
            }
            Matcher act = ACT.matcher(code);
            while (act.find()) {
                String id = Stream.of(act.group(1), act.group(2), act.group(3))
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow();
                if (!bundle.containsKey("act." + id)) {
                    missing.add("act." + id);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void noWordIsDead() throws IOException {
        String all = String.join("\n", sources());
        Set<String> literals = new TreeSet<>();
        Matcher literal = LITERAL.matcher(all);
        while (literal.find()) {
            literals.add(literal.group(1));
        }
        Set<String> dead = new TreeSet<>(bundle.keySet());
        dead.removeIf(key -> literals.contains(key)
                || CONSTANTS.contains(key.substring(0, key.indexOf('.')))
                || all.contains("\"" + key + "\"")
                || isPutTogether(key, all)
                || OverlayFile.ENDINGS.stream().anyMatch(ending -> key.equals("layers.form." + ending)));
        assertEquals(Set.of(), dead);
    }

    /** The briefing designer has a bundle of its own. */
    @Test
    void theDesignersWordsAreThereAndNoOther() throws IOException {
        ResourceBundle words = ResourceBundle.getBundle("org.sightline.app.designer.designer");
        String all;
        try (Stream<Path> files = Files.walk(DESIGNER)) {
            all = files.filter(file -> file.toString().endsWith(".java"))
                    .map(WordsTest::read)
                    .collect(Collectors.joining("\n"));
        }
        Set<String> missing = new TreeSet<>();
        Matcher asked = ASKED.matcher(all);
        while (asked.find()) {
            missing.add(asked.group(1));
        }
        missing.removeIf(key -> words.keySet().stream().anyMatch(one -> one.equals(key) || one.startsWith(key + ".")));
        assertEquals(Set.of(), missing);
        Set<String> dead = new TreeSet<>(words.keySet());
        dead.removeIf(key -> all.contains("\"" + key.replace(".tooltip", "") + "\"")
                || all.contains("\"" + key.replaceFirst("\\.[A-Z_]+$", "") + "\""));
        assertEquals(Set.of(), dead);
    }

    /** Whether both halves of a key, parted after some dot, stand in the code. */
    private static boolean isPutTogether(String key, String code) {
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            if (code.contains("\"" + key.substring(0, dot + 1) + "\"")
                    && code.contains("\"" + key.substring(dot + 1) + "\"")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("map")))
                    .filter(file -> !file.startsWith(DESIGNER))
                    .map(WordsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
