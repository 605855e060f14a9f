package org.sightline.source;

/** Reliability of a source in the Admiralty code (NATO AJP-2.1). F means that it cannot be judged, not that it is bad. */
public enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F
}
