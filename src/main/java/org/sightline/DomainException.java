package org.sightline;

/**
 * Something the person can act on: the message is one sentence that says what happened, to what, and what to do. It is
 * shown as it is, in the window and on the command line, without a stack trace.
 */
public class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public DomainException(String message) {
        super(message);
        this.sentence = message;
    }

    public DomainException(String message, Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    /** The sentence for people; never missing. */
    @Override
    public String getMessage() {
        return sentence;
    }
}
