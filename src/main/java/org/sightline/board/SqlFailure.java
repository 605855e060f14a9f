package org.sightline.board;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sightline.DomainException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite reports, as a sentence about the board. */
final class SqlFailure extends DomainException {
    private static final long serialVersionUID = 1L;

    /** What can be concluded from SQLite's result code. */
    enum Kind {
        DISK_FULL,
        DAMAGED,
        READ_ONLY,
        BUSY,
        GONE,
        REFUSED,
        OTHER
    }

    private final Kind kind;

    private SqlFailure(Kind kind, String message, SQLException cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    static SqlFailure of(SQLException e, Path file) {
        Kind kind = kindOf(e);
        return new SqlFailure(kind, message(kind, file.getFileName(), e), e);
    }

    /** SQLite's own words, in one line. */
    String detail() {
        return getCause() instanceof SQLException e ? shortened(e) : "";
    }

    private static String message(Kind kind, Path name, SQLException e) {
        return switch (kind) {
            case DISK_FULL ->
                "The disk is full, so nothing was saved in " + name
                        + "; make room and try again, the board is as it was.";
            case DAMAGED -> "The board " + name + " is damaged; verify it, and open the newest backup if it is.";
            case READ_ONLY -> "The board " + name + " cannot be written here; copy it to a folder you may write to.";
            case BUSY -> "Another program is using " + name + "; close it there and try again.";
            case GONE ->
                "The board " + name
                        + " could not be read or written; see whether its drive is still there and try again.";
            case REFUSED ->
                "The board " + name + " refused this change because it breaks a rule of the file (" + shortened(e)
                        + ").";
            case OTHER ->
                "The board " + name + " could not be used; verify it, and open the newest backup if it is damaged.";
        };
    }

    private static String shortened(SQLException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").replaceFirst("^\\[SQLITE_\\w+] *", "");
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }

    private static Kind kindOf(SQLException e) {
        // extended result codes carry the primary code in their low byte (sqlite.org/rescode.html)
        int primary = (e instanceof SQLiteException s ? s.getResultCode().code : e.getErrorCode()) & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return Kind.DISK_FULL;
        }
        boolean indexBroken = String.valueOf(e.getMessage()).contains("invalid fts5 file format");
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code
                || indexBroken) {
            return Kind.DAMAGED;
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return Kind.READ_ONLY;
        }
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Kind.BUSY;
        }
        if (primary == SQLiteErrorCode.SQLITE_IOERR.code || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return Kind.GONE;
        }
        return primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code ? Kind.REFUSED : Kind.OTHER;
    }
}
