package org.sightline.board;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sqlite.Function;

/** The SQL functions that the R-tree's triggers call (OGC 12-128r18, annex F.3, table 32). */
final class SpatialFunctions {
    /** SQLITE_INNOCUOUS: may be called from triggers although the schema is not trusted; the functions only compute. */
    private static final int INNOCUOUS = 0x000200000;

    private SpatialFunctions() {}

    static void register(Connection connection) throws SQLException {
        bound(connection, "ST_MinX", Envelope::getMinX);
        bound(connection, "ST_MaxX", Envelope::getMaxX);
        bound(connection, "ST_MinY", Envelope::getMinY);
        bound(connection, "ST_MaxY", Envelope::getMaxY);
        Function.create(connection, "ST_IsEmpty", new IsEmpty(), 1, Function.FLAG_DETERMINISTIC | INNOCUOUS);
    }

    private static void bound(Connection connection, String name, ToDoubleFunction<Envelope> side) throws SQLException {
        Function.create(connection, name, new Bound(side), 1, Function.FLAG_DETERMINISTIC | INNOCUOUS);
    }

    private static final class Bound extends Function {
        private final ToDoubleFunction<Envelope> side;

        private Bound(ToDoubleFunction<Envelope> side) {
            this.side = side;
        }

        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            try {
                Envelope envelope = blob == null ? new Envelope() : GeometryBlob.envelope(blob);
                if (envelope.isNull()) {
                    result();
                } else {
                    result(side.applyAsDouble(envelope));
                }
            } catch (DomainException e) {
                error(e.getMessage());
            }
        }
    }

    private static final class IsEmpty extends Function {
        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            try {
                if (blob == null) {
                    result();
                } else {
                    result(GeometryBlob.envelope(blob).isNull() ? 1 : 0);
                }
            } catch (DomainException e) {
                error(e.getMessage());
            }
        }
    }
}
