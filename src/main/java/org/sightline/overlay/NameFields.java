package org.sightline.overlay;

import java.util.List;
import java.util.Locale;

/** Which of a feature's properties is most likely what it is called. */
public final class NameFields {
    private static final List<String> KNOWN = List.of(
            "name",
            "name_en",
            "title",
            "label",
            "nam",
            "toponym",
            "name:en",
            "local_name",
            "название",
            "назва",
            "наименование",
            "admin",
            "id");

    private NameFields() {}

    /** The lower, the likelier; {@link Integer#MAX_VALUE} for what is no name. */
    public static int rank(String field) {
        int at = KNOWN.indexOf(field.toLowerCase(Locale.ROOT));
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** The likeliest; -1 when none is. */
    static int best(List<String> fields) {
        int best = -1;
        for (int i = 0; i < fields.size(); i++) {
            if (rank(fields.get(i)) != Integer.MAX_VALUE
                    && (best < 0 || rank(fields.get(i)) < rank(fields.get(best)))) {
                best = i;
            }
        }
        return best;
    }
}
