package org.sightline.board;

import java.util.List;
import java.util.Optional;

/**
 * What a full recomputation of hashes, offsets and journal found.
 *
 * @param boardSha256 hash of the logical content (not of the file's pages)
 */
public record Verification(String boardSha256, List<Problem> problems) {

    /**
     * @param kind stable key: {@code journal-broken}, {@code capture-hash}, {@code text-changed},
     *     {@code orphaned-quote}, {@code edited-outside}, {@code file-damaged} ...
     * @param entity {@code claim}, {@code source}, {@code capture}, {@code quote}, {@code journal} ...
     * @param id its number, where it has one
     * @param message one sentence
     */
    public record Problem(String kind, String entity, Optional<Long> id, String message) {}

    public boolean ok() {
        return problems.isEmpty();
    }
}
