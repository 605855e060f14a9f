package org.sightline.app.desk;

import java.util.Optional;

/**
 * Something to tell the person, in one sentence.
 *
 * @param details what can be folded out and copied, where there is more to say
 * @param act something that can be done about it, where there is
 */
public record Notice(Kind kind, String sentence, Optional<String> details, Optional<Offer> act) {

    /** How much it matters: what is said in passing leaves by itself, a failure stays until it is read. */
    public enum Kind {
        DONE,
        HINT,
        FAILURE
    }

    /** A button in the notice. */
    public record Offer(String name, Runnable work) {}

    public static Notice done(String sentence) {
        return new Notice(Kind.DONE, sentence, Optional.empty(), Optional.empty());
    }

    public static Notice done(String sentence, Offer offer) {
        return new Notice(Kind.DONE, sentence, Optional.empty(), Optional.of(offer));
    }

    public static Notice hint(String sentence) {
        return new Notice(Kind.HINT, sentence, Optional.empty(), Optional.empty());
    }
}
