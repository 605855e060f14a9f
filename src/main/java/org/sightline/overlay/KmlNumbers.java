package org.sightline.overlay;

/** The coordinates of a KML geometry, as they come in pieces: numbers with commas, places with spaces between them. */
final class KmlNumbers {
    private static final int LONGEST = 64;

    private final Gatherer gatherer;
    private final char separator;
    private final StringBuilder number = new StringBuilder();
    private final double[] tuple = new double[2];
    private int numbers;
    private boolean separated = true;
    private boolean sound = true;

    /** @param separator between the numbers of a place: a comma, or a space where there is one place only */
    KmlNumbers(Gatherer gatherer, char separator) {
        this.gatherer = gatherer;
        this.separator = separator;
    }

    void take(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if (c == ',') {
                endNumber();
                separated = true;
            } else if (c <= ' ') {
                endNumber();
            } else {
                if (number.isEmpty() && !separated && separator == ',') {
                    endPlace();
                }
                if (number.length() < LONGEST) {
                    number.append(c);
                } else {
                    sound = false;
                }
                separated = false;
            }
        }
    }

    private void endNumber() {
        if (number.isEmpty()) {
            return;
        }
        if (numbers < 2) {
            try {
                tuple[numbers] = Double.parseDouble(number.toString());
            } catch (NumberFormatException e) {
                sound = false;
            }
        }
        numbers++;
        number.setLength(0);
    }

    private void endPlace() {
        if (numbers >= 2) {
            gatherer.vertex(tuple[0], tuple[1]);
        } else {
            sound &= numbers == 0;
        }
        numbers = 0;
    }

    /** Whether all were numbers. */
    boolean end() {
        endNumber();
        endPlace();
        return sound;
    }
}
