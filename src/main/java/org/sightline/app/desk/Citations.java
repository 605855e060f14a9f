package org.sightline.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;
import org.sightline.source.Quote;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** How claims, sources and places are put into one line for people. Stateless. */
public final class Citations {
    private Citations() {}

    /** Publisher, author and date, such as "ZN, 13 October 2022". */
    public static String about(Source source) {
        List<String> parts = new ArrayList<>();
        source.publisher().ifPresent(parts::add);
        source.author().ifPresent(parts::add);
        source.published().ifPresent(date -> parts.add(date.iso()));
        return String.join(" · ", parts);
    }

    /** Reliability and credibility side by side, such as "B2"; a dash stands for a grade that is missing. */
    public static String grade(BoardView view, Claim claim) {
        String reliability = claim.quotes().stream()
                .flatMap(quote -> view.sourceOf(quote).stream())
                .flatMap(source -> source.reliability().stream())
                .min(Enum::compareTo)
                .map(Reliability::name)
                .orElse("–");
        return reliability
                + claim.credibility().map(c -> Integer.toString(c.grade())).orElse("–");
    }

    /** Where a point lies, in digits that fit its precision; empty for routes, areas and vague places. */
    public static Optional<String> coordinates(Place place, Notation notation) {
        if (place.geometry() instanceof Point point) {
            return Optional.of(notation.write(new Position(point.getY(), point.getX()), place.radiusMetres()));
        }
        return Optional.empty();
    }

    /** A claim to paste elsewhere: the sentence, where it was read, and where it is. */
    public static String plainText(BoardView view, Claim claim, Notation notation) {
        StringBuilder text = new StringBuilder(claim.statement());
        for (Quote quote : claim.quotes()) {
            view.sourceOf(quote)
                    .ifPresent(source -> text.append("\n“")
                            .append(quote.exact())
                            .append("” — ")
                            .append(source.title())
                            .append(about(source).isEmpty() ? "" : ", " + about(source))
                            .append(source.url().map(url -> ", " + url).orElse("")));
            view.capture(quote.capture())
                    .ifPresent(capture ->
                            text.append(" [").append(capture.shortHash()).append(']'));
        }
        claim.place().ifPresent(place -> {
            text.append('\n').append(place.name());
            coordinates(place, notation)
                    .ifPresent(c -> text.append(" (").append(c).append(')'));
        });
        return text.toString();
    }
}
