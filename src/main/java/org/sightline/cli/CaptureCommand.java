package org.sightline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import org.sightline.exchange.SourceJson;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.PublicationDate;
import org.sightline.source.Source;
import org.sightline.source.TextExtraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "capture",
        description = {
            "Add a source and its capture: the bytes as they are, their SHA-256, and the text that quotes are anchored in.",
            "The network is used only when a URL is given here."
        })
final class CaptureCommand extends BoardAct {
    /** Larger snapshots are none of the texts that are read here. */
    private static final int LARGEST = 64 << 20;

    @Parameters(
            index = "1",
            paramLabel = "FILE|URL|-",
            description = "A text or HTML file, a web address, or - for standard input.")
    String from = "";

    @Option(
            names = "--title",
            paramLabel = "T",
            description = "Title; the one in the content, or the file's name, unless given.")
    @Nullable
    String title;

    @Option(names = "--publisher", paramLabel = "P", description = "Where it was read: a paper, an agency, a channel.")
    @Nullable
    String publisher;

    @Option(names = "--author", paramLabel = "A", description = "Who wrote it.")
    @Nullable
    String author;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "2022-10-13, 2022-10, 2022 or 2022-10-13T14:05+03:00.")
    @Nullable
    String published;

    @Option(names = "--url", paramLabel = "U", description = "Where it was published, when a file is captured.")
    @Nullable
    String url;

    @Option(names = "--language", paramLabel = "L", description = "Language tag, such as en, uk or be.")
    @Nullable
    String language;

    @Option(
            names = "--relays",
            paramLabel = "SOURCE",
            description = "The source that this one derives from as a whole.")
    @Nullable
    String relays;

    @Option(
            names = "--charset",
            paramLabel = "C",
            description = "Its encoding, such as windows-1251; detected unless given.")
    @Nullable
    String charset;

    @Option(
            names = "--again",
            paramLabel = "SOURCE",
            description = "Add a new capture of this source, instead of a new source.")
    @Nullable
    String again;

    @Option(names = "--json", order = 1000, description = "Show the source as one JSON document.")
    boolean json;

    CaptureCommand(Console console) {
        super(console);
    }

    /** Bytes and what their origin said about them. */
    record Taken(byte[] bytes, String name, Optional<String> charset, Optional<String> url) {}

    @Override
    public Integer call() throws IOException {
        refuseDetailsOfAnotherCapture();
        Optional<PublicationDate> date =
                text(published).map(iso -> UsageException.reading("--published", () -> new PublicationDate(iso)));
        try (Board board = openToWrite()) {
            Taken taken = take();
            Optional<String> encoding = charset == null ? taken.charset() : Optional.of(charset);
            CapturedText content = TextExtraction.read(taken.bytes(), taken.name(), encoding);
            Change change;
            UUID source;
            try (Snapshot snapshot = board.snapshot()) {
                Capture capture = Capture.of(
                        again == null
                                ? UUID.randomUUID()
                                : source(snapshot, again).uuid(),
                        content,
                        Instant.now());
                source = capture.source();
                noteTwin(snapshot, capture);
                change = again == null
                        ? new Change.AddSource(newSource(source, content, taken, date, snapshot), capture, content)
                        : new Change.AddCapture(capture, content);
            }
            board.apply(change);
            try (Snapshot snapshot = board.snapshot()) {
                report(snapshot, snapshot.source(source).orElseThrow());
                noteUndecoded(content);
                noteQuotes(snapshot, snapshot.captures(source), content.text());
            }
        }
        return Exit.DONE;
    }

    /** What is known about a source stays as it is when it is captured again. */
    private void refuseDetailsOfAnotherCapture() {
        Map<String, Optional<String>> details = new TreeMap<>(Map.of(
                "--title", text(title),
                "--publisher", text(publisher),
                "--author", text(author),
                "--published", text(published),
                "--url", text(url),
                "--language", text(language),
                "--relays", text(relays)));
        details.values().removeIf(Optional::isEmpty);
        if (again != null && !details.isEmpty()) {
            throw new UsageException(
                    "--again adds a capture and leaves what is known of the source as it is; leave out "
                            + String.join(", ", details.keySet()) + ".");
        }
    }

    private Taken take() throws IOException {
        if (from.equals("-")) {
            byte[] bytes = console.in().readNBytes(LARGEST + 1);
            return new Taken(checked(bytes, "Standard input"), "standard input", Optional.empty(), Optional.empty());
        }
        if (from.matches("(?i)https?://.*")) {
            return Download.of(address(), LARGEST);
        }
        return new Taken(
                checked(bytesOf(Path.of(from)), "\"" + from + "\""), fileName(), Optional.empty(), Optional.empty());
    }

    private String fileName() {
        return String.valueOf(Path.of(from).getFileName());
    }

    private URI address() {
        try {
            return URI.create(from.strip());
        } catch (IllegalArgumentException e) {
            throw new UsageException("\"" + from + "\" is not a web address that can be read; check it.");
        }
    }

    private byte[] bytesOf(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new DomainException("\"" + from + "\" is a folder; name the file in it that is to be captured.");
        }
        if (!Files.exists(path)) {
            throw new DomainException("There is no file \"" + from + "\"; check its name and folder.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LARGEST + 1);
        } catch (AccessDeniedException e) {
            throw new DomainException("\"" + from + "\" may not be read; ask for the right to read it.", e);
        }
    }

    private static byte[] checked(byte[] bytes, String what) {
        if (bytes.length > LARGEST) {
            throw new DomainException(what + " is larger than " + Amounts.bytes(LARGEST)
                    + ", the most that a capture can hold; save the part that is needed as a file of its own.");
        }
        return bytes;
    }

    private Source newSource(
            UUID uuid, CapturedText content, Taken taken, Optional<PublicationDate> date, Snapshot snapshot) {
        return new Source(
                0,
                uuid,
                text(title).or(content::title).orElse(taken.name()),
                text(publisher),
                text(author),
                text(url).or(taken::url),
                date,
                text(language),
                Optional.empty(),
                text(relays).map(reference -> source(snapshot, reference).uuid()));
    }

    private static Optional<String> text(@Nullable String option) {
        return Optional.ofNullable(option).map(String::strip).filter(o -> !o.isEmpty());
    }

    private void noteTwin(Snapshot snapshot, Capture capture) {
        for (Source source : snapshot.sources()) {
            boolean same = snapshot.captures(source.uuid()).stream()
                    .anyMatch(c -> c.sha256().equals(capture.sha256()));
            if (same) {
                console.note("Note: the board holds these very bytes already, as a capture of source " + source.id()
                        + " (" + source.title() + ").");
                return;
            }
        }
    }

    private void noteUndecoded(CapturedText content) {
        if (content.undecoded() > 0) {
            String charset = content.charset().orElse("its encoding");
            console.note("Note: "
                    + Amounts.count(
                            content.undecoded(),
                            "place is no character of " + charset + " and stands as U+FFFD, at",
                            "places are no characters of " + charset + " and stand as U+FFFD, the first at")
                    + " " + Amounts.number(content.firstUndecoded())
                    + "; if the text looks wrong, take it back with \"sightline undo\" and name its encoding with"
                    + " --charset.");
        }
    }

    /** Quotes stay on the capture that they were read in; which of them the new text still has is worth knowing. */
    private void noteQuotes(Snapshot snapshot, List<Capture> captures, String text) {
        Map<Boolean, Long> quotes = captures.subList(0, captures.size() - 1).stream()
                .map(Capture::uuid)
                .flatMap(capture -> snapshot.slices().quoting(capture).stream()
                        .flatMap(claim -> claim.quotes().stream())
                        .filter(quote -> quote.capture().equals(capture)))
                .collect(Collectors.partitioningBy(quote -> text.contains(quote.exact()), Collectors.counting()));
        long kept = quotes.getOrDefault(true, 0L);
        long lost = quotes.getOrDefault(false, 0L);
        if (kept + lost > 0) {
            console.note("Note: quotes stay on the capture that they were read in; of "
                    + Amounts.count(kept + lost, "quote", "quotes") + " the words of " + Amounts.number(kept)
                    + " also stand in the new text, those of " + Amounts.number(lost) + " do not.");
        }
    }

    private void report(Snapshot snapshot, Source source) throws IOException {
        List<Capture> captures = snapshot.captures(source.uuid());
        Capture newest = captures.getLast();
        if (json) {
            json(out -> SourceJson.write(out, source, source.relays().flatMap(snapshot::source), captures));
            return;
        }
        String which = captures.size() == 1 ? "" : ", capture " + captures.size();
        console.say("Source " + source.id() + which + ": " + source.title() + " (" + newest.mediaType()
                + newest.charset().map(c -> ", " + c).orElse("") + ", "
                + Amounts.count(newest.textLength(), "character", "characters") + ", SHA-256 " + newest.shortHash()
                + ")");
    }
}
