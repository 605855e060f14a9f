package org.sightline.claim;

/** How a claim's event stands to reality, as the source puts it. */
public enum Modality {
    HAPPENED,
    ONGOING,
    PLANNED,
    PREDICTED,
    DENIED,
    UNKNOWN
}
