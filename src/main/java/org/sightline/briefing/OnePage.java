package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Tells of a scene that it takes one page, without fitting its map or placing a pin: what depends on these is reckoned
 * with at its largest. So pages can be counted that nobody has looked at. Stateless.
 */
final class OnePage {
    private OnePage() {}

    /** Whether it surely takes one page; false where that is only known once it is laid out. */
    static boolean surely(Setting setting, Scene.Subject subject) {
        Listing listing = new Listing(setting, subject);
        Frames frames = new Frames(setting, subject);
        if (setting.shows(Part.TABLE) || listing.isPut() || !frames.hasPicture()) {
            return false;
        }
        Rectangle2D rest = new Heading(setting, subject).below();
        return listing.inPlace().isEmpty() ? frames.surelyFits(rest) : isWhole(listing, frames, rest);
    }

    /** Whichever part of the page the list is given, it is whole there, and one of these leaves room for the map. */
    private static boolean isWhole(Listing listing, Frames frames, Rectangle2D rest) {
        List<Rectangle2D> shares = listing.shares(rest);
        Optional<Rectangle2D> atop = listing.atop(rest);
        return shares.stream().allMatch(listing::surelyHolds)
                && atop.stream().allMatch(listing::surelyHolds)
                && shares.stream().anyMatch(share -> frames.surelyFits(Scene.without(rest, share)));
    }
}
