package org.sightline.board;

import java.util.UUID;
import org.sightline.DomainException;

/**
 * A briefing that is kept with the board under a name. What its pages look like is told in JSON that the board keeps and
 * does not read; a board from elsewhere may say anything there.
 *
 * @param id the number people see; 0 before the board gave one
 * @param name as it is chosen by; no two of a board differ only in capital letters
 * @param settings a JSON object
 */
public record NamedBriefing(long id, UUID uuid, String name, String settings) {
    /** Characters of a name. */
    public static final int LONGEST_NAME = 200;

    /** Characters of the settings. */
    public static final int LONGEST_SETTINGS = 1 << 20;

    /** Whether it is called so. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other.strip());
    }

    NamedBriefing withId(long number) {
        return new NamedBriefing(number, uuid, name, settings);
    }

    /**
     * As it is kept: the name without blanks at its ends, the settings in canonical form.
     *
     * @throws DomainException when it cannot be kept
     */
    NamedBriefing kept() {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new DomainException("A briefing needs a name of at most " + LONGEST_NAME + " letters; give it one.");
        }
        if (settings.length() > LONGEST_SETTINGS) {
            throw new DomainException(
                    "The briefing \"" + called + "\" is too large to be kept with the board; take some of it out.");
        }
        return new NamedBriefing(id, uuid, called, CanonicalJson.write(object(settings)));
    }

    private static com.fasterxml.jackson.databind.JsonNode object(String json) {
        var node = CanonicalJson.read(json);
        if (!node.isObject()) {
            throw new DomainException("A briefing's settings are not a JSON object; save it again.");
        }
        return node;
    }
}
