package org.sightline.briefing;

import java.util.Optional;
import org.sightline.DomainException;

/**
 * Words of the person's own on the first page. Immutable.
 *
 * @param text at most {@value #LONGEST} characters
 * @param box where it stands; empty for below the title
 */
public record Note(String text, Optional<Box> box) {
    public static final int LONGEST = 5_000;

    /** @throws DomainException when it is too long */
    public Note {
        if (text.length() > LONGEST) {
            throw new DomainException(Phrases.of("error.noteTooLong", LONGEST));
        }
    }

    public Note at(Optional<Box> place) {
        return new Note(text, place);
    }

    public Note saying(String words) {
        return new Note(words, box);
    }
}
