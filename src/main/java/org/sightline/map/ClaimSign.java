package org.sightline.map;

import java.awt.Graphics2D;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;

/**
 * The head of a claim's pin as the map draws it, for lists that stand beside a map. Stateless.
 *
 * @param number what stands in it; its category's symbol when empty
 * @param symbols which of the signs
 */
public record ClaimSign(Claim claim, String number, SymbolSet symbols) implements MapLegend.Sign {

    /** Size at which a sign equals the pins on a map of this theme, pixels of the view. */
    public static double sizeOnMap(MapTheme theme, SymbolSet symbols) {
        return 2 * symbols.radius(theme);
    }

    @Override
    public void paint(Graphics2D g, double x, double y, double size, MapTheme theme) {
        Graphics2D own = MapPainter.smooth(g);
        PlacePrecision precision = claim.place().map(Place::precision).orElse(PlacePrecision.EXACT);
        PinPainter.Face face = new PinPainter.Face(
                        claim.category(), claim.status(), claim.modality(), precision, number, true)
                .in(symbols, claim);
        new PinPainter(own, theme, size / 2).head(face, x, y, PinPainter.Stand.HEAD_ONLY, PinPainter.Emphasis.NONE);
        own.dispose();
    }
}
