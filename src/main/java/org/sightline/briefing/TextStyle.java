package org.sightline.briefing;

import java.awt.Color;

/** How words are set. @param size points */
record TextStyle(Face face, double size, Color color) {
    TextStyle in(Color other) {
        return new TextStyle(face, size, other);
    }

    TextStyle in(Face other) {
        return new TextStyle(other, size, color);
    }

    TextStyle at(double newSize) {
        return new TextStyle(face, newSize, color);
    }

    double width(String text) {
        return face.width(text, size);
    }
}
