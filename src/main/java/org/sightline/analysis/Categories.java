package org.sightline.analysis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sightline.claim.Category;

/** What kind of thing the words are about, by what they speak of. The selected words are asked before their sentence. */
final class Categories {
    private record Cue(Category category, Pattern words) {}

    /** What is done goes before whom it is done with, and both before the things used. */
    private static final List<Cue> CUES = List.of(
                    Category.STRIKE,
                    Category.MOVEMENT,
                    Category.TRAINING,
                    Category.PERSONNEL,
                    Category.EQUIPMENT,
                    Category.FACILITY,
                    Category.STATEMENT)
            .stream()
            .map(c -> new Cue(c, ReadingWords.ENGLISH.pattern("category." + c.key())))
            .toList();

    private Categories() {}

    static Category of(String selected, String sentence) {
        return in(selected).or(() -> in(sentence)).orElse(Category.OTHER);
    }

    private static Optional<Category> in(String words) {
        return CUES.stream()
                .filter(c -> c.words.matcher(words).find())
                .map(Cue::category)
                .findFirst();
    }
}
