package org.sightline.claim;

/** What the researcher has made of a claim so far. */
public enum Status {
    UNVERIFIED,
    CORROBORATED,
    DISPUTED,
    REFUTED,
    WITHDRAWN
}
