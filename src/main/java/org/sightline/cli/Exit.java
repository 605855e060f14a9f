package org.sightline.cli;

/** Exit codes. */
final class Exit {
    static final int DONE = 0;
    /** Problems were found, by {@code verify}. */
    static final int PROBLEMS = 1;
    /** The command was not written as it must be. */
    static final int USAGE = 2;
    /** It could not be done, and nothing was changed. */
    static final int FAILED = 3;

    private Exit() {}
}
