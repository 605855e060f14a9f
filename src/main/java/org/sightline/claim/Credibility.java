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

    @Override
    public String toString() {
        return Integer.toString(grade);
    }
}
