package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.FaultySession.Fault;

/**
 * Writes, syncs, truncations, deletions and renames of a session fail: nothing is lost, and it is said. Here at some
 * calls, so that it is quick; at each single one in FaultRun.
 */
class FaultTest {
    private static final int SOME = 12;

    @TempDir
    Path folder;

    @BeforeEach
    void onlyWhereCallsCanBeWatched() {
        assumeTrue(DiskCalls.unavailable().isEmpty(), DiskCalls.unavailable().orElse(""));
    }

    @Test
    void aSingleFailureAnywhereIsSaidAndTheRetrySucceeds() throws IOException {
        assertTrue(FaultySession.workingEverywhere(folder, Fault.ONE_ERROR, 1, 2) > 100);
    }

    @Test
    void aSingleFailureWhileMakingABoardIsSaidAndTheRetrySucceeds() throws IOException {
        assertTrue(FaultySession.makingEverywhere(folder, Fault.ONE_ERROR, 1, 4) > 100);
    }

    @Test
    void aSingleRefusalForWantOfRoomIsSaidAndTheRetrySucceeds() throws IOException {
        assertTrue(FaultySession.workingEverywhere(folder, Fault.ONE_FULL, 1, SOME) > 100);
        assertTrue(FaultySession.makingEverywhere(folder, Fault.ONE_FULL, 1, SOME) > 100);
    }

    @Test
    void aDiskThatFillsUpLeavesTheBoardAsItWas() throws IOException {
        assertTrue(FaultySession.workingEverywhere(folder, Fault.FULL, 2, SOME) > 100);
        assertTrue(FaultySession.makingEverywhere(folder, Fault.FULL, 2, SOME) > 100);
    }

    @Test
    void aDriveThatDiesLeavesTheBoardAsItWas() throws IOException {
        assertTrue(FaultySession.workingEverywhere(folder, Fault.DEAD, 3, SOME) > 100);
        assertTrue(FaultySession.makingEverywhere(folder, Fault.DEAD, 3, SOME) > 100);
    }
}
