package org.sightline.app.desk;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sightline.DomainException;

/**
 * What the window is telling the person just now; the last word stands.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Notices {
    private final ReadOnlyObjectWrapper<Optional<Notice>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());

    public ReadOnlyObjectProperty<Optional<Notice>> current() {
        return current.getReadOnlyProperty();
    }

    public void tell(Notice notice) {
        current.set(Optional.of(notice));
    }

    public void dismiss() {
        current.set(Optional.empty());
    }

    /** Tells of a failure: a domain message as it is, anything else with its details to copy. Cancelling is no failure. */
    public void tell(Throwable failure) {
        Throwable cause = causeOf(failure);
        if (cause instanceof CancellationException) {
            return;
        }
        Optional<String> details = cause instanceof DomainException && cause.getCause() == null
                ? Optional.empty()
                : Optional.of(trace(cause));
        tell(new Notice(Notice.Kind.FAILURE, sentenceOf(cause), details, Optional.empty()));
    }

    /** Hands a failure to {@code told}, unwrapped, as its one sentence. */
    public static void onFailure(Throwable failure, Consumer<String> told) {
        Throwable cause = causeOf(failure);
        if (!(cause instanceof CancellationException)) {
            told.accept(sentenceOf(cause));
        }
    }

    /** What went wrong, without the wrappers that a future adds. */
    public static Throwable causeOf(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String sentenceOf(Throwable cause) {
        if (cause instanceof DomainException && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return Words.of("notice.unexpected", cause.getClass().getSimpleName());
    }

    private static String trace(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
