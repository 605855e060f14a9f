package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;

/** One row under a query's cursor, read by column name. A value of the wrong form is damage, and is said to be. */
class Row {
    private final ResultSet result;
    private final Path file;

    Row(ResultSet result, Path file) {
        this.result = result;
        this.file = file;
    }

    Optional<String> maybeText(String column) {
        try {
            byte[] utf8 = result.getBytes(column); // crosses into SQLite once; getString does so twice and for a buffer
            return utf8 == null ? Optional.empty() : Optional.of(new String(utf8, StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    /** A text as SQLite keeps it. */
    byte[] utf8(String column) {
        try {
            byte[] utf8 = result.getBytes(column);
            if (utf8 == null) {
                throw damaged(column);
            }
            return utf8;
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    String text(String column) {
        return maybeText(column).orElseThrow(() -> damaged(column));
    }

    Optional<Double> maybeReal(String column) {
        try {
            double value = result.getDouble(column);
            return result.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    Optional<Long> maybeNumber(String column) {
        try {
            long value = result.getLong(column);
            return result.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    long number(String column) {
        return maybeNumber(column).orElseThrow(() -> damaged(column));
    }

    int count(String column) {
        return (int) number(column);
    }

    boolean flag(String column) {
        return maybeNumber(column).orElse(0L) != 0;
    }

    /** By position, from 1; 0 for NULL. */
    long number(int column) {
        try {
            return result.getLong(column);
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    Optional<byte[]> maybeBlob(String column) {
        return Optional.ofNullable(raw(column)).map(value -> {
            if (value instanceof byte[] bytes) {
                return bytes;
            }
            throw damaged(column);
        });
    }

    /** The value as SQLite holds it: Integer, Long, Double, String, byte[] or null. */
    @Nullable
    Object raw(String column) {
        try {
            return result.getObject(column);
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    UUID uuid(String column) {
        return maybeUuid(column).orElseThrow(() -> damaged(column));
    }

    /** Where another program has put something else, an identity made of that: the row can still be read. */
    Optional<UUID> maybeUuid(String column) {
        return maybeText(column).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    Optional<Instant> maybeInstant(String column) {
        try {
            return maybeText(column).map(Timestamps::parse);
        } catch (DateTimeException e) {
            throw damaged(column, e);
        }
    }

    Instant instant(String column) {
        return maybeInstant(column).orElseThrow(() -> damaged(column));
    }

    /** A word of a fixed list, as {@link Words} writes it. */
    <E extends Enum<E>> Optional<E> maybeWord(String column, Class<E> list) {
        return maybeText(column).map(word -> Words.parse(list, word).orElseThrow(() -> damaged(column)));
    }

    <E extends Enum<E>> E word(String column, Class<E> list) {
        return maybeWord(column, list).orElseThrow(() -> damaged(column));
    }

    DomainException damaged(String column) {
        return new DomainException(damage(column));
    }

    DomainException damaged(String column, Exception cause) {
        return new DomainException(damage(column), cause);
    }

    private String damage(String column) {
        return "A row of " + file.getFileName() + " has a value that cannot be read in its column " + column
                + "; run verify for more.";
    }
}
