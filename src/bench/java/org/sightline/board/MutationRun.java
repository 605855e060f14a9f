package org.sightline.board;

import java.io.IOException;
import java.nio.file.Files;

/** The long form of {@code MutationTest}. Arguments: how many damaged boards; a seed. */
final class MutationRun {
    private MutationRun() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Mutations mutations =
                new Mutations(Files.createTempDirectory("sightline-mutations-"), Long.parseLong(arguments[1]));
        mutations.run(count);
        System.out.println(count + " damaged boards, each opened to read and to write: " + mutations.outcomes());
    }
}
