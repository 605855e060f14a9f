package org.sightline.claim;

import org.sightline.DomainException;

/**
 * Credibility of the information in the Admiralty code (NATO AJP-2.1).
 *
 * @param grade 1 (confirmed) to 6 (cannot be judged, which does not mean bad)
 */
public record Credibility(int grade) {
    public Credibility {
        if (grade < 1 || grade > 6) {
            throw new DomainException("Credibility " + grade + " is out of range; give 1 to 6.");
        }
    }

    /** @throws DomainException when it is not a whole number from 1 to 6 */
    public static Credibility parse(String words) {
        String digits = words.strip();
        if (!digits.matches("[1-6]")) {
            throw new DomainException("\"" + words + "\" is not a credibility; give a number from 1 (confirmed) to 5"
                    + " (improbable), or 6 when it cannot be judged.");
        }
        return new Credibility(Integer.parseInt(digits));
    }

    /** Stable form for exchange: the number itself. */
    public String key() {
        return toString();
    }

    /** For people, such as "probably true". */
    public String label() {
        return Vocabulary.label("credibility." + grade);
    }

    @Override
    public String toString() {
        return Integer.toString(grade);
    }
}
