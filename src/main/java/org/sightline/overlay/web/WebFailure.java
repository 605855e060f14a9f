package org.sightline.overlay.web;

import java.time.Duration;

/** Something could not be had from the network. The message is half a sentence that says why, without a full stop. */
public final class WebFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** What it means for what else is wanted of the same server. */
    public enum Kind {
        /** It is not kept, and nobody was to be asked. */
        NOT_ASKED,
        /** The network or the server is not there, or in trouble for the moment. */
        AWAY,
        /** The server wants no requests for a while. */
        BUSY,
        /** The server does not allow it. */
        REFUSED,
        /** Something about this one answer is wrong. */
        WRONG
    }

    private final Kind kind;
    private final Duration pause;

    /** @param pause how long the server wants to be left alone; zero when it does not say */
    WebFailure(Kind kind, String why, Duration pause) {
        super(why);
        this.kind = kind;
        this.pause = pause;
    }

    WebFailure(Kind kind, String why, Throwable cause) {
        super(why, cause);
        this.kind = kind;
        this.pause = Duration.ZERO;
    }

    WebFailure(Kind kind, String why) {
        this(kind, why, Duration.ZERO);
    }

    public Kind kind() {
        return kind;
    }

    public Duration pause() {
        return pause;
    }

    /** The reason as half a sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
