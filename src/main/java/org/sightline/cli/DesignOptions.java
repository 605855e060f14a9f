package org.sightline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.NamedBriefing;
import org.sightline.board.Snapshot;
import org.sightline.briefing.BriefingSpec;
import org.sightline.briefing.Crowding;
import org.sightline.briefing.Design;
import org.sightline.briefing.DesignFile;
import org.sightline.briefing.Note;
import org.sightline.briefing.Numbering;
import org.sightline.briefing.PaperSize;
import org.sightline.briefing.Part;
import org.sightline.briefing.Start;
import org.sightline.briefing.Tiles;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say what a briefing looks like. What is not given stays as the design or the starting point has it. */
final class DesignOptions {
    @Option(
            names = "--design",
            paramLabel = "NAME|FILE",
            description = "A briefing kept with the board, or a design in a file.")
    @Nullable
    String design;

    @Option(
            names = "--start",
            paramLabel = "S",
            description = "Starting point: map, map-table, places (a page for each), days (likewise), strip (small maps"
                    + " over time) or locator.")
    @Nullable
    String start;

    @Option(names = "--title", paramLabel = "T", description = "Title; the board's unless given.")
    @Nullable
    String title;

    @Option(
            names = "--paper",
            paramLabel = "P",
            description = "A5, A4, A3, A2, A1, Letter, or millimetres such as 300x420; A4 unless given.")
    @Nullable
    String paper;

    @ArgGroup
    Orientation orientation = new Orientation();

    @Option(
            names = "--tiles",
            paramLabel = "CxR",
            description = "Print each page as a poster of so many sheets, columns by rows, such as 2x3.")
    @Nullable
    String tiles;

    @Option(names = "--overlap", paramLabel = "MM", description = "Of a poster's sheets; 10 unless given.")
    @Nullable
    Double overlap;

    @Option(
            names = "--tlp",
            paramLabel = "T",
            description = "Traffic Light Protocol: CLEAR, GREEN, AMBER, AMBER+STRICT or RED.")
    @Nullable
    String tlp;

    @Option(
            names = "--classification",
            paramLabel = "WORDS",
            description = "Words that stand in head and foot, such as Internal.")
    @Nullable
    String classification;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:n",
            description = "Projection of the map; one that fits its extent unless given.")
    @Nullable
    String crs;

    @Option(names = "--dpi", paramLabel = "N", description = "Resolution of a PNG; 150 unless given.")
    @Nullable
    Integer dpi;

    @Option(
            names = "--notation",
            paramLabel = "N",
            description = "Coordinates and grid as decimal, dms, mgrs, utm or plus_code.")
    @Nullable
    Notation notation;

    @Option(names = "--monochrome", description = "For black and white print.")
    boolean monochrome;

    @Option(names = "--symbols", paramLabel = "S", description = "pins, or military: frames after MIL-STD-2525.")
    @Nullable
    SymbolSet symbols;

    @Option(
            names = "--crowding",
            paramLabel = "C",
            description = "Pins that would hide one another: spread with leader lines, or gathered into one with their"
                    + " number; spread unless given.")
    @Nullable
    Crowding crowding;

    @Option(
            names = "--numbering",
            paramLabel = "N",
            description = "Claims are numbered as one reads the map (reading), by time, or as they are listed (list).")
    @Nullable
    Numbering numbering;

    @Option(names = "--with", paramLabel = "PART", split = ",", description = "Show parts, such as claims,locator.")
    List<String> with = new ArrayList<>();

    @Option(names = "--without", paramLabel = "PART", split = ",", description = "Leave parts out, such as legend.")
    List<String> without = new ArrayList<>();

    @Option(names = "--note", paramLabel = "TEXT", description = "Words of your own below the title.")
    List<String> notes = new ArrayList<>();

    /** Landscape unless portrait is asked for. */
    static final class Orientation {
        @Option(names = "--landscape", description = "Wide pages, the default.")
        boolean landscape;

        @Option(names = "--portrait", description = "Tall pages.")
        boolean portrait;
    }

    /** Before anything is read: what is wrong by itself is wrong usage. */
    void check(ClaimSelection selection) {
        if (design != null && start != null) {
            throw new UsageException("--design and --start each say which pages there are; give one of them.");
        }
        if (overlap != null && tiles == null && design == null) {
            throw new UsageException("--overlap goes with --tiles.");
        }
        applied(base(), selection);
    }

    /** The design that is asked for. */
    Design design(Snapshot snapshot, ClaimSelection selection) {
        return applied(design == null ? base() : named(snapshot, design), selection);
    }

    /** The claims that the command line asks for; those of the design where it asks for none. */
    ClaimSelection claims(Design wanted, ClaimSelection given) {
        if (given.search == null && given.filter == null) {
            given.search =
                    wanted.claims().search().isBlank() ? null : wanted.claims().search();
            given.filter =
                    wanted.claims().filter().isBlank() ? null : wanted.claims().filter();
        }
        return given;
    }

    private Design base() {
        String words = start;
        return words == null
                ? Design.of(BriefingSpec.titled(""))
                : Design.from(UsageException.reading("--start", () -> Start.parse(words)));
    }

    private static Design named(Snapshot snapshot, String name) {
        Optional<NamedBriefing> kept = snapshot.briefings().stream()
                .filter(briefing -> briefing.isNamed(name))
                .findFirst();
        if (kept.isPresent()) {
            return DesignFile.read(kept.get().settings());
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new DomainException("The board has no briefing called \"" + name + "\", and there is no such file;"
                    + " \"sightline briefings BOARD\" lists those it has.");
        }
        return read(file);
    }

    /** @throws DomainException when it is not a design */
    private static Design read(Path file) {
        try {
            if (Files.size(file) > 4L * DesignFile.LONGEST) {
                throw new DomainException("The file " + file + " is too large for a design; name another.");
            }
            return DesignFile.read(Files.readString(file));
        } catch (IOException e) {
            throw new DomainException("The file " + file + " cannot be read as text; name another.", e);
        }
    }

    private Design applied(Design plain, ClaimSelection selection) {
        String words = title;
        Design titled = words == null ? plain : UsageException.reading("--title", () -> plain.titled(words.strip()));
        return look(marked(tiled(sized(titled))), selection);
    }

    private Design sized(Design design) {
        String words = paper;
        PaperSize size =
                words == null ? design.paper() : UsageException.reading("--paper", () -> PaperSize.parse(words));
        boolean turned = orientation.landscape || orientation.portrait;
        return design.on(size, turned ? orientation.landscape : design.landscape());
    }

    private Design tiled(Design design) {
        String words = tiles;
        Double shared = overlap;
        Tiles sheets = words == null ? design.tiles() : UsageException.reading("--tiles", () -> Tiles.parse(words));
        return shared == null
                ? design.on(sheets)
                : design.on(
                        UsageException.reading("--overlap", () -> new Tiles(sheets.columns(), sheets.rows(), shared)));
    }

    private Design marked(Design design) {
        Optional<BriefingSpec.Tlp> marking = tlp == null ? design.marking().tlp() : Optional.of(tlp(tlp));
        String words = classification == null ? design.marking().classification() : classification.strip();
        return design.marked(new Design.Marking(marking, words));
    }

    private Design look(Design design, ClaimSelection selection) {
        var look = design.look();
        look = crs == null ? look : look.projected(OptionalInt.of(BriefCommand.epsg(crs)));
        look = dpi == null ? look : look.at(BriefCommand.checkedDpi(dpi));
        look = notation == null ? look : look.writing(notation);
        look = monochrome ? look.in(MapTheme.MONOCHROME) : look;
        look = symbols == null ? look : look.as(symbols);
        look = crowding == null ? look : look.crowded(crowding);
        look = selection.box == null
                ? look
                : look.showing(Optional.of(DegreeBox.read(selection.box).whole()));
        Design looking = parts(design.looking(look));
        if (numbering != null) {
            looking = looking.numbered(numbering);
        }
        if (selection.search != null || selection.filter != null) {
            looking = looking.of(new Design.Chosen(
                    selection.search == null ? "" : selection.search,
                    selection.filter == null ? "" : selection.filter));
        }
        List<Note> all = new ArrayList<>(looking.notes());
        UsageException.reading(
                        "--note",
                        () -> notes.stream()
                                .map(words -> new Note(words, Optional.empty()))
                                .toList())
                .forEach(all::add);
        Design noted = looking;
        return UsageException.reading("--note", () -> noted.noting(all));
    }

    private Design parts(Design design) {
        Design changed = design;
        for (String key : with) {
            changed = changed.with(part("--with", key), element -> element.shown(true));
        }
        for (String key : without) {
            changed = changed.with(part("--without", key), element -> element.shown(false));
        }
        return changed;
    }

    private static Part part(String option, String key) {
        return Arrays.stream(Part.values())
                .filter(part -> part.key().equals(key.strip().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(option + ": \"" + key + "\" is not a part of a page; give "
                        + Arrays.stream(Part.values()).map(Part::key).collect(Collectors.joining(", ")) + "."));
    }

    private static BriefingSpec.Tlp tlp(String word) {
        return BriefingSpec.Tlp.parse(word)
                .orElseThrow(() -> new UsageException(
                        "--tlp: \"" + word + "\" is not a marking; give CLEAR, GREEN, AMBER, AMBER+STRICT or RED."));
    }
}
