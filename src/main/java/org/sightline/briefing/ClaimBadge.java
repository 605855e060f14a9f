package org.sightline.briefing;

import org.sightline.claim.Claim;
import org.sightline.map.ClaimSign;
import org.sightline.map.MapLegend;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

/** The pin of a claim, as the map shows it, beside its place in the list. Stateless. */
final class ClaimBadge {
    /** Room for the widest head with its status mark. */
    private static final double BOX = 30;

    private ClaimBadge() {}

    static Mark of(Claim claim, String number, MapTheme theme, SymbolSet symbols, double x, double y) {
        double size = ClaimSign.sizeOnMap(theme, symbols);
        return drawing(
                new ClaimSign(claim, number, symbols),
                theme,
                x,
                y,
                BOX,
                size,
                Phrases.of("symbol.alternative", number));
    }

    /** A sign in a box of its own about (x, y). */
    static Mark drawing(
            MapLegend.Sign sign, MapTheme theme, double x, double y, double box, double size, String alternative) {
        return new Mark.Drawing(
                x - box / 2, y - box / 2, box, box, 1, g -> sign.paint(g, box / 2, box / 2, size, theme), alternative);
    }
}
