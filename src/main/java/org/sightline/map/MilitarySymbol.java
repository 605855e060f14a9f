package org.sightline.map;

import java.util.Optional;
import org.sightline.claim.Claim;

/**
 * A claim as a military symbol: the frame says whose, the icon what.
 *
 * @param icon empty where the standard's icons that are drawn here have none for it; our own then stands in the frame
 */
record MilitarySymbol(Affiliation affiliation, Optional<SymbolIcon> icon) {
    static MilitarySymbol of(Claim claim) {
        return new MilitarySymbol(Affiliation.of(claim), SymbolIcon.of(claim));
    }
}
