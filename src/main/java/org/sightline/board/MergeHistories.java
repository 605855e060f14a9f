package org.sightline.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the journals of two boards, and the conflicts that each has decided, say of things that are not the same in both.
 * An image is known to a board that had it at some time, or that has decided about it. One thread at a time.
 */
final class MergeHistories {
    private final ImageHistory mine;
    private final ImageHistory theirs;
    private final Map<String, List<Conflict>> open = new HashMap<>();
    private final Map<String, Set<String>> decidedHere = new HashMap<>(); // hashes of the other side's images
    private final Map<String, Set<String>> decidedThere = new HashMap<>();

    enum Verdict {
        EQUAL,
        /** Theirs is known here. */
        OLDER,
        /** Mine is known there. */
        NEWER,
        /** It waits for its decision already. */
        KNOWN_CONFLICT,
        /** Both have changed it. */
        CONFLICT
    }

    /**
     * @param captureNames for captures of theirs that the two boards know by different UUIDs, the one here
     */
    MergeHistories(
            ImageHistory mine,
            ImageHistory theirs,
            List<Conflict> here,
            List<Conflict> there,
            Map<String, String> captureNames) {
        this.mine = mine;
        this.theirs = theirs;
        for (Conflict conflict : here) {
            if (conflict.decided().isPresent()) {
                note(decidedHere, conflict, Map.of());
            } else {
                open.computeIfAbsent(conflict.thing().toString(), thing -> new ArrayList<>())
                        .add(conflict);
            }
        }
        for (Conflict conflict : there) {
            if (conflict.decided().isPresent()) {
                note(decidedThere, conflict, captureNames);
            }
        }
    }

    private static void note(Map<String, Set<String>> decided, Conflict conflict, Map<String, String> captureNames) {
        decided.computeIfAbsent(conflict.thing().toString(), thing -> new HashSet<>())
                .add(SharedImage.hash(conflict.theirs(), captureNames));
    }

    /** @param here hash of the image here */
    Verdict verdict(String thing, String here, String there) {
        if (here.equals(there)) {
            return Verdict.EQUAL;
        }
        if (knownHere(thing, there)) {
            return Verdict.OLDER;
        }
        boolean waits = open(thing).stream()
                .anyMatch(conflict -> SharedImage.hash(conflict.theirs()).equals(there));
        // one that went back here to what both knew has not decided by that
        boolean newer = waits ? decided(decidedThere, thing, here) : knownThere(thing, here);
        return newer ? Verdict.NEWER : waits ? Verdict.KNOWN_CONFLICT : Verdict.CONFLICT;
    }

    private List<Conflict> open(String thing) {
        return open.getOrDefault(thing, List.of());
    }

    private static boolean decided(Map<String, Set<String>> decided, String thing, String hash) {
        return decided.getOrDefault(thing, Set.of()).contains(hash);
    }

    private boolean knownHere(String thing, String hash) {
        return mine.knew(thing, hash) || decided(decidedHere, thing, hash);
    }

    private boolean knownThere(String thing, String hash) {
        return theirs.knew(thing, hash) || decided(decidedThere, thing, hash);
    }

    /**
     * The open conflicts about what the other board says, or has said before.
     *
     * @param butNot hashes of what it has said that are left out
     */
    List<Conflict> open(String thing, Set<String> butNot) {
        return open(thing).stream()
                .filter(conflict -> {
                    String hash = SharedImage.hash(conflict.theirs());
                    return !butNot.contains(hash) && theirs.knew(thing, hash);
                })
                .toList();
    }

    /** Whether a thing is gone here because a person removed it. */
    boolean removedHere(UUID thing) {
        return mine.removedOnPurpose(thing.toString());
    }

    /** Whether a thing is gone there because a person removed it. */
    boolean removedThere(UUID thing) {
        return theirs.removedOnPurpose(thing.toString());
    }

    /**
     * The latest image that both boards know. Where an open conflict is about a later word of theirs, the fields that
     * were joined then are as in that word.
     *
     * @return empty where there is none, or where each board has decided about the other's image and neither is later
     */
    Optional<String> base(String thing) {
        Optional<String> byTheirs = theirs.latest(thing, hash -> knownHere(thing, hash));
        Optional<String> byMine = mine.latest(thing, hash -> knownThere(thing, hash));
        boolean later = byTheirs.filter(hash -> mine.knew(thing, hash)).isPresent() || byTheirs.isEmpty();
        if (later) {
            return byMine.flatMap(hash -> mine.image(thing, hash)).map(image -> joinedSince(thing, image));
        }
        boolean known = byMine.map(hash -> theirs.knew(thing, hash)).orElse(true);
        return byTheirs.filter(hash -> known)
                .flatMap(hash -> theirs.image(thing, hash))
                .map(image -> joinedSince(thing, image));
    }

    private String joinedSince(String thing, String base) {
        List<Conflict> before = open(thing, Set.of());
        if (before.isEmpty()) {
            return base;
        }
        Conflict latest = before.getLast();
        return latest.fields()
                .map(asked -> FieldMerge.with(latest.theirs(), base, asked))
                .orElse(base);
    }
}
