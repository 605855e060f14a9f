package org.sightline.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The long form of {@code FaultTest}: each kind of fault at each call of its sessions. Linux; no arguments. */
final class FaultRun {
    private FaultRun() {}

    public static void main(String[] arguments) throws IOException {
        for (FaultySession.Fault fault : FaultySession.Fault.values()) {
            int making = FaultySession.makingEverywhere(Files.createTempDirectory("sightline-faults-"), fault, 1, 1);
            Path folder = Files.createTempDirectory("sightline-faults-");
            int working = FaultySession.workingEverywhere(folder, fault, 1, 1);
            System.out.println(fault + ": at each of " + making + " calls while making a board and " + working
                    + " while working on one; all as promised");
        }
    }
}
