package org.sightline.app.fields;

import java.util.List;
import java.util.Optional;

/**
 * How the words in a field were read.
 *
 * @param choices what they may mean, likeliest first; one when they are clear, none when there are no words or they
 *     cannot be read
 * @param problem why they cannot be read, in one sentence
 */
public record Reading<T>(List<T> choices, Optional<String> problem) {

    public static <T> Reading<T> nothing() {
        return new Reading<>(List.of(), Optional.empty());
    }

    public static <T> Reading<T> of(List<T> choices) {
        return new Reading<>(List.copyOf(choices), Optional.empty());
    }

    public static <T> Reading<T> problem(String sentence) {
        return new Reading<>(List.of(), Optional.of(sentence));
    }

    /** Whether a person has to look: several meanings, or none that could be read. */
    public boolean doubtful() {
        return choices.size() > 1 || problem.isPresent();
    }
}
