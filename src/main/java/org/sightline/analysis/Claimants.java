package org.sightline.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sightline.analysis.Passage.Span;

/**
 * Who asserts the selected words: "said X", "X reported", "according to X", in their sentence, around the quotation they
 * stand in, or just before in the paragraph. Where that says only "he" or "the expert", the last one named above is meant;
 * where only a surname, the full name that the text gives earlier. Stateless.
 */
final class Claimants {
    private static final ReadingWords WORDS = ReadingWords.ENGLISH;
    private static final String SPEECH = WORDS.group("speech");
    private static final String ADVERBS = "(?:" + WORDS.group("speech.adverbs") + "\\s+){0,2}";

    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*\\p{L}";
    private static final String NAME =
            WORD + "(?:\\s+(?:(?:of|for|de|von|van|al|bin)\\s+(?:the\\s+)?)?" + WORD + "){0,5}";
    private static final String QUOTED = "[“\"«][^”\"»\\n]{2,60}[”\"»]";

    /** A title before a name: "the Minister of Defense of Belarus Viktor Khrenin", "the monitoring project “X”". */
    private static final String TITLED = "(?:[Tt]he\\s+)(?:\\p{Ll}[\\p{L}-]*\\s+){1,4}(?:" + QUOTED + "|" + NAME + ")";

    private static final String WHO = "(?<who>" + QUOTED + "|" + TITLED + "|(?:[Tt]he\\s+)?" + NAME + ")";
    private static final String GROUP = "(?<group>" + WORDS.group("groups") + ")";
    private static final String EPITHET = "(?<epithet>" + WORDS.group("epithets") + ")";
    private static final String START = "(?<![\\p{L}\\p{N}])";

    /** "..., an independent analyst and director of something," between a name and its verb. */
    private static final String APPOSITION = "(?:\\s*,\\s*[^.!?“”\"]{3,160}?,\\s*|\\s+)";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(START + "(?i:according\\s+to)\\s+(?:" + GROUP + "\\b|" + WHO + ")"),
            Pattern.compile("[,”\"»]\\s*" + SPEECH + "\\s+(?:" + EPITHET + "\\b|" + GROUP + "\\b|" + WHO + ")"),
            Pattern.compile("[,”\"»]\\s*" + EPITHET + "\\s+" + ADVERBS + SPEECH + "\\b"),
            Pattern.compile(START + WHO + APPOSITION + ADVERBS + SPEECH + "\\b"),
            Pattern.compile(START + "(?<described>[Tt]he\\s+(?:\\p{L}[\\p{L}-]*\\s+){0,3}\\p{Ll}[\\p{L}-]+)\\s+"
                    + ADVERBS + SPEECH + "\\b"),
            Pattern.compile(START + GROUP + "\\s+" + ADVERBS + "(?:" + SPEECH
                    + "|(?i:shows?|showed|found|saw|seen|suggest))\\b"),
            Pattern.compile(START + EPITHET + "\\s+" + ADVERBS + SPEECH + "\\b"));

    private static final Pattern NOT_A_NAME = Pattern.compile(
            "(?i:the|a|an|this|that|these|those|it|he|she|they|we|i|you|but|and|or|in|on|at|if|as|of|when|while|there|however|"
                    + "despite|during|by|after|before|with|without|also|because|since|related|source|see|read|video|"
                    + "monday|tuesday|wednesday|thursday|friday|saturday|sunday)");
    private static final Pattern REPORTED =
            Pattern.compile("(?i:\\baccording\\s+to\\b|\\b" + SPEECH + "\\s+(?:\\S+\\s+){0,2}that\\b)");
    private static final Pattern EPITHETS = WORDS.pattern("epithets");
    private static final Pattern TITLE = Pattern.compile("^" + WORDS.group("titles") + "\\b\\.?\\s+.*?(\\S+\\s+\\S+)$");
    private static final int LOOK_BACK = 3_000;

    private Claimants() {}

    static Optional<String> of(Passage passage) {
        Optional<String> here = in(passage, passage.about());
        if (here.isPresent()) {
            return here;
        }
        return passage.isSpoken()
                ? Stream.concat(passage.after().stream(), passage.before().stream())
                        .flatMap(s -> in(passage, s).stream())
                        .findFirst()
                : passage.before().stream()
                        .limit(2)
                        .flatMap(s -> continued(passage, s).stream())
                        .findFirst();
    }

    /** Reported speech runs on into the next sentence ("X reported that ..."); a closed quotation does not. */
    private static Optional<String> continued(Passage passage, Span sentence) {
        String words = sentence.in(passage.text());
        return reported(words) ? in(passage, sentence) : Optional.empty();
    }

    private static boolean reported(String words) {
        return REPORTED.matcher(words).find();
    }

    private static Optional<String> in(Passage passage, Span stretch) {
        String words = stretch.in(passage.text());
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(words);
            while (m.find()) {
                Optional<String> named = named(m, passage, stretch.start());
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> named(Matcher m, Passage passage, int offset) {
        if (has(m, "group")) {
            String group = m.group("group").replaceAll("\\s+", " ");
            return Optional.of(group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1));
        }
        if (has(m, "epithet")
                || has(m, "described") && EPITHETS.matcher(m.group("described")).matches()) {
            return lastNamed(passage.text(), offset + m.start());
        }
        if (has(m, "described")) {
            return Optional.of(m.group("described").replaceAll("\\s+", " "));
        }
        return has(m, "who") ? cleaned(m.group("who")).map(n -> inFull(n, passage.text(), offset)) : Optional.empty();
    }

    private static boolean has(Matcher m, String group) {
        return m.namedGroups().containsKey(group) && m.group(group) != null;
    }

    /** The name without its title and marks; empty when it is only a word that begins a sentence. */
    private static Optional<String> cleaned(String who) {
        String name = who.replaceAll("\\s+", " ");
        Matcher quoted = Pattern.compile(QUOTED).matcher(name);
        if (quoted.find()) {
            name = quoted.group().substring(1, quoted.group().length() - 1);
        }
        name = name.replaceFirst("^(?:[Tt]he )?(?:\\p{Ll}[\\p{L}-]* )+", "").strip();
        name = TITLE.matcher(name.replaceFirst("^[Tt]he (?=\\p{Lu}\\S* of )", ""))
                .replaceFirst("$1");
        return Optional.of(name)
                .filter(n -> n.length() > 1 && !NOT_A_NAME.matcher(n).matches());
    }

    /** "Muzyka" is "Konrad Muzyka" where the text has said so before. */
    private static String inFull(String name, String text, int before) {
        if (name.contains(" ")) {
            return name;
        }
        String above = text.substring(Math.max(0, before - LOOK_BACK), before);
        Matcher full = Pattern.compile("(?<![\\p{L}])(\\p{Lu}\\p{Ll}+\\s+" + Pattern.quote(name) + ")(?!\\p{L})")
                .matcher(above);
        String best = name;
        while (full.find()) {
            String candidate = full.group(1).replaceAll("\\s+", " ");
            if (!NOT_A_NAME
                    .matcher(candidate.substring(0, candidate.indexOf(' ')))
                    .matches()) {
                best = candidate;
            }
        }
        return best;
    }

    /** Whom "he" or "the expert" means: the last one who was said to say something. */
    private static Optional<String> lastNamed(String text, int before) {
        int from = Math.max(0, before - LOOK_BACK);
        String above = text.substring(from, before);
        String best = "";
        int at = -1;
        for (Pattern form : List.of(FORMS.get(0), FORMS.get(1), FORMS.get(3))) {
            Matcher m = form.matcher(above);
            while (m.find()) {
                Optional<String> name = has(m, "who") ? cleaned(m.group("who")) : Optional.empty();
                if (name.isPresent() && m.start() > at) {
                    at = m.start();
                    best = inFull(name.get(), text, from + m.start());
                }
            }
        }
        return Optional.of(best).filter(n -> !n.isEmpty());
    }
}
