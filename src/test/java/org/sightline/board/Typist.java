package org.sightline.board;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/**
 * A program that opens a board, works on it, closes it and opens it again on the next day, until it is killed. Says
 * {@code begin} and the name of what it is about to do, and {@code saved} with number and hash of each line that the
 * board has acknowledged.
 */
final class Typist {
    static final String OPEN = "OPEN";
    static final String CLOSE = "CLOSE";
    /** The first errand of a day, before which the board is backed up. */
    static final String FIRST = "FIRST";

    private Typist() {}

    /**
     * @param arguments the board, a seed, the first day counted from today, after how many days to end (0: never), and
     *     {@code weakened} when it shall not wait for the disk
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path file = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        int first = Integer.parseInt(arguments[2]);
        int days = Integer.parseInt(arguments[3]);
        for (int day = 0; days == 0 || day < days; day++) {
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(first + day));
            out.println("begin " + OPEN);
            Board board = Board.open(file, Board.Mode.WRITE, clock);
            try {
                if (arguments.length > 4) {
                    Weakened.of(board);
                }
                board.readOnlyReason().ifPresent(out::println);
                Workday work = new Workday(
                        board, random, entry -> out.println("saved " + entry.sequence() + " " + entry.hash()));
                int errands = 3 + random.nextInt(8);
                for (int i = 0; i < errands; i++) {
                    Workday.Errand errand = work.choose();
                    out.println("begin " + (i == 0 ? FIRST : errand.name()));
                    work.run(errand);
                }
            } finally {
                out.println("begin " + CLOSE);
                board.close();
            }
        }
    }
}
