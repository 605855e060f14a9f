package org.sightline.cli;

import java.io.IOException;
import java.util.List;
import org.locationtech.jts.geom.Point;
import org.sightline.board.Board;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.exchange.ClaimJson;
import org.sightline.exchange.Spelling;
import org.sightline.geo.Position;
import org.sightline.source.Quote;
import picocli.CommandLine.Option;

/** Something done with one claim; the board is named before it. */
abstract class ClaimAct extends Act {
    private final ClaimCommand board;

    @Option(names = "--json", order = 1000, description = "Show the claim as one JSON document.")
    boolean json;

    ClaimAct(Console console, ClaimCommand board) {
        super(console);
        this.board = board;
    }

    Board open() {
        return BoardAct.openToWrite(board.file);
    }

    /** Shows the claim as it now stands, so that a word that was read otherwise than meant is seen at once. */
    void report(String what, Snapshot snapshot, Claim claim) throws IOException {
        if (json) {
            json(out -> ClaimJson.write(out, claim, BoardReading.dossier(snapshot, List.of(claim))));
            return;
        }
        console.say(what + " claim " + claim.id() + ": " + claim.statement());
        claim.quantity().map(Quantity::display).ifPresent(text -> line("how many", text));
        claim.when().map(When::display).ifPresent(text -> line("when", text));
        claim.place().ifPresent(place -> line("where", where(place)));
        claim.distance().ifPresent(distance -> distance(distance, claim));
        claim.claimant().ifPresent(text -> line("who", text));
        Quote last = claim.quotes().getLast();
        line("quote", "\"" + last.exact() + "\" at " + last.start() + ":" + last.end());
    }

    private void line(String name, String text) {
        console.say(String.format("  %-9s %s", name, text.replaceAll("\\s+", " ")));
    }

    /** With the position, so that a name that was taken for another place is seen. */
    private static String where(Place place) {
        String country = place.precision() == PlacePrecision.COUNTRY
                ? ""
                : place.country().map(c -> ", " + c).orElse("");
        String position =
                place.geometry() instanceof Point point ? new Position(point.getY(), point.getX()) + "; " : "";
        return place.name() + country + " (" + position + Spelling.of(place.precision()) + ", within "
                + Amounts.distance(place.radiusMetres()) + ")";
    }

    private void distance(StatedDistance distance, Claim claim) {
        line("distance", DistanceWords.display(distance));
        DistanceWords.onTheMap(distance, claim.place())
                .ifPresent(metres -> line(
                        "",
                        "on the map "
                                + Amounts.distance(metres) + " ("
                                + claim.place().map(Place::name).orElse("") + " to "
                                + distance.reference() + ")"));
    }
}
