package org.sightline.source;

import java.util.Locale;
import org.sightline.DomainException;

/** Reliability of a source in the Admiralty code (NATO AJP-2.1). F means that it cannot be judged, not that it is bad. */
public enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F;

    /** @throws DomainException when it is not one of the letters A to F */
    public static Reliability parse(String letter) {
        String key = letter.strip().toUpperCase(Locale.ROOT);
        for (Reliability grade : values()) {
            if (grade.name().equals(key)) {
                return grade;
            }
        }
        throw new DomainException("\"" + letter + "\" is not a reliability; give a letter from A (completely reliable)"
                + " to E (unreliable), or F when it cannot be judged.");
    }

    /** Stable form for exchange: the letter itself. */
    public String key() {
        return name();
    }

    /** For people, such as "usually reliable". */
    public String label() {
        return SourceWords.get("reliability." + name());
    }
}
