package org.sightline.board;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A copy of a board, kept beside it.
 *
 * @param made when it was made
 * @param bytes size of the file
 * @param claims how many claims it holds that do not lie in the trash; empty when it cannot be read
 */
public record Backup(Path file, Instant made, long bytes, Optional<Long> claims) {}
