package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for what stands between spaces and signs in texts, and for the terms under which FTS5 keeps each: a text of a
 * few hundred words is then a few hundred numbers, and each word is looked at once. What is not plain Latin is divided
 * into terms by SQLite itself ({@link TermReading}), so that the index is what SQLite would have made.
 *
 * <p>A unit is a run of letters, digits, apostrophes and anything beyond ASCII: all other signs divide words, for FTS5's
 * unicode61 as for {@link Spelling}. One thread at a time.
 */
final class Vocabulary implements AutoCloseable {
    private static final int MOST_UNITS = 400_000;
    private static final long MOST_LETTERS = 24L << 20;
    private static final int LONGEST_PLAIN = 1000;
    private static final int[] NONE = {};
    private static final String MAIN_INDEX = "0"; // FTS5_MAIN_PREFIX, before every term
    private static final int LONGEST_TERM = 32768; // FTS5_MAX_TOKEN_SIZE, bytes

    private final TermReading reading = new TermReading();
    private int[] slots = new int[1 << 13]; // a unit's number and 1; 0: free
    private int[] hashes = new int[1 << 13];
    private String[] units = new String[1 << 12];
    private int[][] others = new int[1 << 12][]; // terms of other spellings
    private int[][] terms = new int[1 << 12][];
    private int count;
    private int read; // units whose terms are known
    private long letters;
    private final Map<String, Integer> termNumbers = new HashMap<>();
    private final List<byte[]> termBytes = new ArrayList<>();

    /** Is shown the units of a text. */
    @FunctionalInterface
    interface Visitor {
        void unit(int unit);
    }

    /**
     * Shows the units of a text in order.
     *
     * @param fresh is shown words to learn of units that are new here
     */
    void eachUnit(String text, Visitor visitor, Consumer<String> fresh) {
        int length = text.length();
        int start = -1;
        int hash = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (inside(c, start >= 0)) {
                start = start < 0 ? i : start;
                hash = 31 * hash + c;
            } else if (start >= 0) {
                visitor.unit(unit(text, start, i, hash, fresh));
                start = -1;
                hash = 0;
            }
        }
        if (start >= 0) {
            visitor.unit(unit(text, start, length, hash, fresh));
        }
    }

    private static boolean inside(char c, boolean begun) {
        return c >= 'a' && c <= 'z'
                || c >= 0x80
                || c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || begun && (c == '\'' || c == '`');
    }

    private int unit(String text, int start, int end, int hash, Consumer<String> fresh) {
        int at = spread(hash);
        for (int number = slots[at]; number != 0; number = slots[at]) {
            String unit = units[number - 1];
            if (hashes[at] == hash && unit.length() == end - start && text.startsWith(unit, start)) {
                return number - 1;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return add(text.substring(start, end), hash, fresh);
    }

    private int spread(int hash) {
        return (hash ^ hash >>> 15) * 0x9E3779B1 >>> 7 & (slots.length - 1);
    }

    private int add(String unit, int hash, Consumer<String> fresh) {
        if (count == units.length) {
            units = Arrays.copyOf(units, count * 2);
            others = Arrays.copyOf(others, count * 2);
            terms = Arrays.copyOf(terms, count * 2);
            grow();
        }
        List<String> found = new ArrayList<>(1);
        for (Spelling.Word word : Spelling.words(unit)) {
            SearchIndex.offer(word.lower(), fresh);
            String other = Spelling.folded(word);
            if (!other.isEmpty()) {
                SearchIndex.offer(other, fresh);
                found.add(other);
            }
        }
        units[count] = unit;
        others[count] = numbers(found);
        letters += unit.length();
        store(hash, ++count);
        return count - 1;
    }

    private void store(int hash, int number) {
        int at = spread(hash);
        while (slots[at] != 0) {
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = number;
        hashes[at] = hash;
    }

    private void grow() {
        int[] oldSlots = slots;
        int[] oldHashes = hashes;
        slots = new int[oldSlots.length * 2];
        hashes = new int[slots.length];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != 0) {
                store(oldHashes[i], oldSlots[i]);
            }
        }
    }

    private int[] numbers(List<String> words) {
        return words.isEmpty() ? NONE : words.stream().mapToInt(this::number).toArray();
    }

    /** @param term its bytes in UTF-8 as characters: a long one may be cut within a letter, as FTS5 cuts it */
    private int number(String term) {
        String cut = term.length() > LONGEST_TERM ? term.substring(0, LONGEST_TERM) : term;
        return termNumbers.computeIfAbsent(cut, key -> {
            termBytes.add((MAIN_INDEX + key).getBytes(StandardCharsets.ISO_8859_1));
            return termBytes.size() - 1;
        });
    }

    /** Whether it is time to {@link #clear}, so that it does not grow without end. */
    boolean isFull() {
        return count >= MOST_UNITS || letters >= MOST_LETTERS;
    }

    /** Finds out the terms of all units that have come. */
    void readTerms() {
        List<Integer> foreign = new ArrayList<>();
        for (; read < count; read++) {
            @Nullable String[] plain = plain(units[read]);
            if (plain.length == 0) {
                foreign.add(read);
            } else {
                terms[read] = numbers(
                        Arrays.stream(plain).filter(word -> !word.isEmpty()).toList());
            }
        }
        if (!foreign.isEmpty()) {
            List<List<String>> found =
                    reading.terms(foreign.stream().map(unit -> units[unit]).toList());
            for (int i = 0; i < found.size(); i++) {
                terms[foreign.get(i)] = numbers(found.get(i));
            }
        }
    }

    /** The words of a unit that is plain Latin; nothing when it is not, or long. */
    private static String[] plain(String unit) {
        if (unit.length() > LONGEST_PLAIN || !unit.chars().allMatch(c -> c < 0x80)) {
            return new String[0];
        }
        return unit.toLowerCase(Locale.ROOT).split("['`]", -1);
    }

    /** The terms of a unit; known after {@link #readTerms}. */
    int[] termsOf(int unit) {
        return terms[unit];
    }

    /** The terms of the other spellings of a unit's words. */
    int[] othersOf(int unit) {
        return others[unit];
    }

    int terms() {
        return termBytes.size();
    }

    /** A term as FTS5 keeps it. */
    byte[] term(int number) {
        return termBytes.get(number);
    }

    /** Forgets everything; numbers given so far mean nothing any more. */
    void clear() {
        slots = new int[1 << 13];
        hashes = new int[1 << 13];
        units = new String[1 << 12];
        others = new int[1 << 12][];
        terms = new int[1 << 12][];
        count = 0;
        read = 0;
        letters = 0;
        termNumbers.clear();
        termBytes.clear();
    }

    @Override
    public void close() {
        reading.close();
    }
}
