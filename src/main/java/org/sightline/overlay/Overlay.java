package org.sightline.overlay;

import java.util.List;
import java.util.function.Supplier;
import org.sightline.map.GroundImage;
import org.sightline.map.Shapes;

/** What was read of a file. */
public sealed interface Overlay extends AutoCloseable {
    /** What a person should know about it, one sentence each: what was left out, what was assumed. */
    List<String> notes();

    /** Who is to be named, as the file says; empty when it does not. */
    String attribution();

    @Override
    void close();

    /** Points, lines and areas. */
    record Features(Shapes shapes, List<String> notes) implements Overlay {
        @Override
        public String attribution() {
            return "";
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /**
     * A picture, read as it is looked at.
     *
     * @param noted gives the notes, which may change while it is looked at
     * @param closing closes its file
     */
    record Picture(GroundImage image, Supplier<List<String>> noted, String attribution, Runnable closing)
            implements Overlay {
        Picture(GroundImage image, List<String> notes, String attribution, Runnable closing) {
            this(image, () -> notes, attribution, closing);
        }

        @Override
        public List<String> notes() {
            return noted.get();
        }

        @Override
        public void close() {
            closing.run();
        }
    }
}
