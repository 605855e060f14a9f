package org.sightline.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.sightline.board.MergeSide.Numbered;
import org.sightline.claim.Claim;

/**
 * Which claims of another board are new here, and which are otherwise than here. What is new is not read: only its number
 * is remembered, eight bytes for each claim. One thread at a time.
 */
final class ClaimComparison {
    private final MergeSide mine;
    private final MergeSide theirs;
    private final UnaryOperator<Claim> renamed;
    private final boolean empty; // there is none here
    private long[] wanted = new long[64];
    private int count;
    private long equal;

    /** @param renamed names the captures of a claim of theirs as they are named here */
    ClaimComparison(MergeSide mine, MergeSide theirs, UnaryOperator<Claim> renamed) {
        this.mine = mine;
        this.theirs = theirs;
        this.renamed = renamed;
        this.empty = mine.database().number("SELECT count(*) AS n FROM (SELECT 1 FROM claim LIMIT 1)") == 0;
    }

    /**
     * Compares all.
     *
     * @param otherwise is shown those that are in both boards and not the same
     * @param done is told how many more have been looked at
     */
    void run(Consumer<UUID> otherwise, LongConsumer done) {
        long last = Long.MIN_VALUE;
        for (List<Numbered> block = theirs.claimsAfter(last); !block.isEmpty(); block = theirs.claimsAfter(last)) {
            compare(block, otherwise);
            last = block.getLast().id();
            done.accept(block.size());
        }
    }

    private void compare(List<Numbered> block, Consumer<UUID> otherwise) {
        Map<UUID, Long> here = empty
                ? Map.of()
                : mine.claims(block.stream().map(Numbered::uuid).toList());
        List<Numbered> both =
                block.stream().filter(claim -> here.containsKey(claim.uuid())).toList();
        Map<Long, Claim> claimsHere = new HashMap<>();
        Map<Long, Claim> claimsThere = new HashMap<>();
        if (!both.isEmpty()) {
            long[] numbers =
                    both.stream().mapToLong(claim -> here.get(claim.uuid())).toArray();
            mine.bulk().claims(numbers, claim -> claimsHere.put(claim.id(), claim));
            theirs.bulk()
                    .claims(
                            both.stream().mapToLong(Numbered::id).toArray(),
                            claim -> claimsThere.put(claim.id(), renamed.apply(claim)));
        }
        for (Numbered claim : block) {
            Long number = here.get(claim.uuid());
            if (number == null) {
                want(claim.id());
                continue;
            }
            Claim one = claimsHere.get(number);
            Claim other = claimsThere.get(claim.id());
            if (one != null && other != null && SharedImage.same(one, other)) {
                equal++;
            } else {
                otherwise.accept(claim.uuid());
                want(claim.id());
            }
        }
    }

    private void want(long id) {
        if (count == wanted.length) {
            wanted = Arrays.copyOf(wanted, count * 2);
        }
        wanted[count++] = id;
    }

    /** How many are in both boards and the same. */
    long equal() {
        return equal;
    }

    /** How many are new here or otherwise than here. */
    int size() {
        return count;
    }

    /**
     * Some of those that are new here or otherwise than here, by their numbers in the other board.
     *
     * @param from how many come before
     */
    List<Claim> read(int from) {
        List<Claim> claims = new ArrayList<>();
        theirs.bulk()
                .claims(
                        Arrays.copyOfRange(wanted, from, Math.min(count, from + MergeSide.BLOCK)),
                        claim -> claims.add(renamed.apply(claim)));
        return claims;
    }
}
