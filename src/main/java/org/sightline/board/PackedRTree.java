package org.sightline.board;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Builds the R-tree of all claims anew, packed: boxes are sorted along a Hilbert curve and put into nodes that are
 * nearly full, level by level, and the nodes are written into SQLite's own tables. That takes a tenth of the time of
 * inserting one box after another, and the tree is smaller and faster to search.
 *
 * <p>The form of the nodes is that of sqlite.org/rtree.html, clause 5 ("shadow tables"), and of the comment at the head
 * of SQLite's rtree.c: big-endian; two bytes of tree depth (in the root, node 1), two bytes with the number of cells;
 * then cells of a 64-bit row or node number and the box as 32-bit floats, minimum and maximum of each dimension.
 *
 * <p>Memory: 32 bytes a box. One thread.
 */
final class PackedRTree {
    private static final int ROOT = 1;
    private static final int HEADER = 4;
    private static final int CELL = 8 + 4 * 4;
    private static final int MOST_CELLS = 51; // RTREE_MAXCELLS of rtree.c
    private static final int SPARE_CELLS = 7; // room for later claims, so that the first of them split no node
    private static final int CURVE_LEVEL = 15;
    private static final int PAGE_OVERHEAD = 64;

    private long[] ids = new long[1 << 10];
    private float[] boxes = new float[4 << 10]; // minx, maxx, miny, maxy
    private int count;

    int count() {
        return count;
    }

    /** Adds a box, rounded outwards to single precision; an empty one is left out, as SQLite's own trigger does. */
    void add(long id, Envelope box) {
        if (!box.isNull()) {
            add(id, down(box.getMinX()), up(box.getMaxX()), down(box.getMinY()), up(box.getMaxY()));
        }
    }

    /** Takes in what the tree holds now, but for ids from {@code below} on. */
    void addExisting(Database database, long below) {
        database.each(
                "SELECT id, minx, maxx, miny, maxy FROM rtree_claim_geometry WHERE id < ?",
                row -> add(
                        row.number("id"),
                        single(row, "minx"),
                        single(row, "maxx"),
                        single(row, "miny"),
                        single(row, "maxy")),
                below);
    }

    private static float single(Row row, String column) {
        return (float) (double) row.maybeReal(column).orElseThrow(() -> row.damaged(column));
    }

    private void add(long id, float minX, float maxX, float minY, float maxY) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, count * 2);
            boxes = Arrays.copyOf(boxes, count * 8);
        }
        ids[count] = id;
        boxes[4 * count] = minX;
        boxes[4 * count + 1] = maxX;
        boxes[4 * count + 2] = minY;
        boxes[4 * count + 3] = maxY;
        count++;
    }

    private static float down(double value) {
        float rounded = (float) value;
        return rounded > value ? Math.nextDown(rounded) : rounded;
    }

    private static float up(double value) {
        float rounded = (float) value;
        return rounded < value ? Math.nextUp(rounded) : rounded;
    }

    /** Puts the new tree in the place of the old one, inside the transaction that is under way. */
    void write(Database database) {
        int nodeBytes = Math.min(
                (int) database.number("SELECT page_size AS n FROM pragma_page_size") - PAGE_OVERHEAD,
                HEADER + MOST_CELLS * CELL);
        int perNode = (nodeBytes - HEADER) / CELL;
        for (String table : new String[] {"node", "rowid", "parent"}) {
            database.execute("DELETE FROM rtree_claim_geometry_" + table);
        }
        try (BatchInsert nodes = new BatchInsert(
                        database, "INSERT INTO rtree_claim_geometry_node (nodeno, data) VALUES (?, ?)");
                BatchInsert parents = new BatchInsert(
                        database, "INSERT INTO rtree_claim_geometry_parent (nodeno, parentnode) VALUES (?, ?)")) {
            new Writing(nodes, parents, nodeBytes, perNode).run(database);
            nodes.send();
            parents.send();
        }
    }

    /** The cells of one level, from the leaves up. */
    private final class Writing {
        private final BatchInsert nodes;
        private final BatchInsert parents;
        private final int nodeBytes;
        private final int perNode;
        private int nextNode = ROOT + 1;

        private Writing(BatchInsert nodes, BatchInsert parents, int nodeBytes, int perNode) {
            this.nodes = nodes;
            this.parents = parents;
            this.nodeBytes = nodeBytes;
            this.perNode = perNode;
        }

        private void run(Database database) {
            int[] order = alongTheCurve();
            long[] keys = new long[count];
            float[] cells = new float[4 * count];
            for (int i = 0; i < count; i++) {
                keys[i] = ids[order[i]];
                System.arraycopy(boxes, 4 * order[i], cells, 4 * i, 4);
            }
            int depth = 0;
            boolean leaves = true;
            long[] nodeOfRow = new long[count];
            while (keys.length > perNode) {
                int groups = Math.ceilDiv(keys.length, perNode - SPARE_CELLS);
                long[] above = new long[groups];
                float[] aboveCells = new float[4 * groups];
                for (int g = 0; g < groups; g++) {
                    int from = (int) ((long) keys.length * g / groups);
                    int to = (int) ((long) keys.length * (g + 1) / groups);
                    int node = nextNode++;
                    write(node, 0, keys, cells, from, to);
                    cover(cells, from, to, aboveCells, g);
                    for (int i = from; i < to; i++) {
                        if (leaves) {
                            nodeOfRow[order[i]] = node;
                        } else {
                            parent(keys[i], node);
                        }
                    }
                    above[g] = node;
                }
                keys = above;
                cells = aboveCells;
                leaves = false;
                depth++;
            }
            write(ROOT, depth, keys, cells, 0, keys.length);
            for (int i = 0; i < keys.length; i++) {
                if (leaves) {
                    nodeOfRow[order[i]] = ROOT;
                } else {
                    parent(keys[i], ROOT);
                }
            }
            writeRows(database, nodeOfRow);
        }

        private void parent(long node, long parent) {
            if (parents.add(node, parent)) {
                parents.send();
            }
        }

        private void write(int node, int depth, long[] keys, float[] cells, int from, int to) {
            ByteBuffer data =
                    ByteBuffer.allocate(nodeBytes).putShort((short) depth).putShort((short) (to - from));
            for (int i = from; i < to; i++) {
                data.putLong(keys[i]);
                for (int side = 0; side < 4; side++) {
                    data.putFloat(cells[4 * i + side]);
                }
            }
            if (nodes.add((long) node, data.array())) {
                nodes.send();
            }
        }

        /** In the order of the ids, which are mostly in order as they come, so that the table is only appended to. */
        private void writeRows(Database database, long[] nodeOfRow) {
            try (BatchInsert rows =
                    new BatchInsert(database, "INSERT INTO rtree_claim_geometry_rowid (rowid, nodeno) VALUES (?, ?)")) {
                for (int i = 0; i < count; i++) {
                    if (rows.add(ids[i], nodeOfRow[i])) {
                        rows.send();
                    }
                }
                rows.send();
            }
        }
    }

    private static void cover(float[] cells, int from, int to, float[] above, int at) {
        float minX = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            minX = Math.min(minX, cells[4 * i]);
            maxX = Math.max(maxX, cells[4 * i + 1]);
            minY = Math.min(minY, cells[4 * i + 2]);
            maxY = Math.max(maxY, cells[4 * i + 3]);
        }
        above[4 * at] = minX;
        above[4 * at + 1] = maxX;
        above[4 * at + 2] = minY;
        above[4 * at + 3] = maxY;
    }

    private int[] alongTheCurve() {
        float[] all = new float[4];
        cover(boxes, 0, count, all, 0);
        double perDegreeX = side(all[1] - (double) all[0]);
        double perDegreeY = side(all[3] - (double) all[2]);
        long[] places = new long[count];
        for (int i = 0; i < count; i++) {
            double x = (boxes[4 * i] + (double) boxes[4 * i + 1]) / 2;
            double y = (boxes[4 * i + 2] + (double) boxes[4 * i + 3]) / 2;
            int column = (int) ((x - all[0]) * perDegreeX);
            int row = (int) ((y - all[2]) * perDegreeY);
            places[i] = (long) HilbertCode.encode(CURVE_LEVEL, column, row) << 32 | i;
        }
        Arrays.sort(places);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) places[i];
        }
        return order;
    }

    private static double side(double degrees) {
        return degrees > 0 ? HilbertCode.maxOrdinate(CURVE_LEVEL) / degrees : 0;
    }
}
