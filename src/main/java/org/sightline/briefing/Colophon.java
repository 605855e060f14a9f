package org.sightline.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.analysis.Dossier;

/**
 * What a sheet says about where it comes from.
 *
 * @param lines board, hash, date
 * @param code by which the sheet can be checked; empty for claims that come from no board
 */
record Colophon(List<String> lines, Optional<SheetCode> code) {
    private static final int HASH_DIGITS = 16;

    static Colophon of(Design design, Dossier dossier, String asOf) {
        List<String> lines = new ArrayList<>();
        lines.add(Phrases.of("board", dossier.boardTitle()));
        dossier.journalHash().ifPresent(hash -> lines.add(Phrases.of("colophon.hash", hash.substring(0, HASH_DIGITS))));
        lines.add(asOf);
        return new Colophon(lines, SheetCode.of(dossier.journalHash(), design));
    }
}
