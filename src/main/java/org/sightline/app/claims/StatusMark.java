package org.sightline.app.claims;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.desk.Words;
import org.sightline.claim.Status;

/** A claim's status as a small mark: a shape and a colour of its own, and its word. */
public final class StatusMark extends Label {

    public StatusMark(Status status) {
        super(Words.of(status), new FontIcon(icon(status)));
        getStyleClass().addAll("status-mark", "status-" + status.name().toLowerCase(java.util.Locale.ROOT));
        setMinWidth(USE_PREF_SIZE);
    }

    /** The shape that tells a status without colour. */
    public static Feather icon(Status status) {
        return switch (status) {
            case UNVERIFIED -> Feather.CIRCLE;
            case CORROBORATED -> Feather.CHECK_CIRCLE;
            case DISPUTED -> Feather.HELP_CIRCLE;
            case REFUTED -> Feather.X_CIRCLE;
            case WITHDRAWN -> Feather.MINUS_CIRCLE;
        };
    }
}
