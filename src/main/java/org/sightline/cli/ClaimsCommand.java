package org.sightline.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.When;
import org.sightline.exchange.ClaimListJson;
import org.sightline.exchange.CsvExport;
import org.sightline.exchange.Spelling;
import org.sightline.geo.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "claims", description = "List claims: all, or those that are searched for.")
final class ClaimsCommand extends BoardAct {
    /** How to list. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Mixin
    ClaimSelection selection = new ClaimSelection();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
    @Nullable
    Integer limit;

    @Option(names = "--format", paramLabel = "F", description = "table, csv or json; table unless given.")
    Format format = Format.TABLE;

    @Option(names = "--json", order = 1000, description = "The same as --format json.")
    boolean json;

    @Option(names = "--trash", description = "List the trash instead.")
    boolean trash;

    ClaimsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (limit != null && limit < 1) {
            throw new UsageException("--limit: " + limit + " is not a number of claims; give 1 or more.");
        }
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot()) {
            List<Claim> claims = selection.select(snapshot, limit == null ? 0 : limit, trash);
            Dossier dossier = BoardReading.dossier(snapshot, claims);
            TerminalProgress progress = new TerminalProgress(console);
            switch (json ? Format.JSON : format) {
                case JSON -> ClaimListJson.write(dossier, console.bytes(), progress);
                case CSV -> CsvExport.write(dossier, console.bytes(), false, progress);
                case TABLE -> print(dossier);
            }
        }
        return Exit.DONE;
    }

    private void print(Dossier dossier) {
        if (dossier.claims().isEmpty()) {
            console.note("No claims found.");
            return;
        }
        Table table = new Table(
                Table.right("#"),
                Table.text("Claim"),
                Table.text("How many"),
                Table.text("When"),
                Table.text("Where"),
                Table.text("Who"),
                Table.left("Status"),
                Table.left("Grade"),
                Table.right("Roots"),
                Table.text("Quotes"));
        for (Claim claim : dossier.claims()) {
            table.row(
                    claim.id(),
                    claim.statement(),
                    claim.quantity().map(Quantity::display).orElse(""),
                    claim.when().map(When::display).orElse(""),
                    claim.place().map(ClaimsCommand::where).orElse(""),
                    claim.claimant().orElse(""),
                    Spelling.of(claim.status()),
                    grade(dossier, claim),
                    dossier.independentRoots(claim),
                    quotes(dossier, claim));
        }
        table.print(console.out(), console.terminalWidth());
    }

    private static String where(Place place) {
        String name = place.name().isBlank() ? coordinates(place.geometry()) : place.name();
        return name + " (" + Spelling.of(place.precision()) + ")";
    }

    /** What a place without a name is called; a route always has the names of its ends. */
    private static String coordinates(Geometry geometry) {
        Coordinate at = geometry.getInteriorPoint().getCoordinate();
        Position position = new Position(at.y, at.x);
        return geometry instanceof Point ? position.toString() : "area around " + position;
    }

    /** As analysts write it: reliability of its best source, then credibility, "B2"; "-" for what is not graded, nothing for neither. */
    private static String grade(Dossier dossier, Claim claim) {
        String reliability = dossier.citations(claim).stream()
                .flatMap(citation -> citation.source().reliability().stream())
                .min(Enum::compareTo)
                .map(Enum::name)
                .orElse("-");
        String grade = reliability + claim.credibility().map(Object::toString).orElse("-");
        return grade.equals("--") ? "" : grade;
    }

    private static String quotes(Dossier dossier, Claim claim) {
        long orphaned =
                dossier.citations(claim).stream().filter(c -> !c.intact()).count();
        return claim.quotes().size() + (orphaned == 0 ? "" : " (" + orphaned + " orphaned)");
    }
}
