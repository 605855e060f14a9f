package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been said to be saved survives the program's being killed at any moment; thousands of kills: KillRun. */
class KillTest {
    private static final int KILLS = 25;

    @TempDir
    Path folder;

    @Test
    void whatWasSavedSurvivesAKill() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path old = folder.resolve("old.gpkg");
        OldBoard.write(old);
        Killing killing = new Killing(folder, Killing.java(classPath), List.of(old), 11);
        killing.run(KILLS);
        assertTrue(killing.killedIn().size() > 4, () -> killing.killedIn().toString());
        assertTrue(killing.acknowledged() > KILLS, () -> "acknowledged " + killing.acknowledged());
    }
}
