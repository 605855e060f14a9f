package org.sightline.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.DomainException;

/** Gathers what a verification finds, up to a number that a person can still read. */
final class Findings {
    private static final int MOST = 10_000;

    private final List<Verification.Problem> problems = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    void add(String kind, String entity, Optional<Long> id, String message) {
        id.ifPresent(number -> named.add(kind + " " + entity + " " + number));
        if (problems.size() < MOST) {
            problems.add(new Verification.Problem(kind, entity, id, message));
        }
    }

    void add(String kind, String entity, long id, String message) {
        add(kind, entity, Optional.of(id), message);
    }

    /** Whether a thing has been named already. */
    boolean names(String kind, String entity, long id) {
        return named.contains(kind + " " + entity + " " + id);
    }

    /** Runs one step; what it cannot read is a finding as well, and the next step still runs. */
    void step(String name, Runnable check) {
        try {
            check.run();
        } catch (DomainException e) {
            add("file-damaged", "board", Optional.empty(), "While checking " + name + ": " + e.getMessage());
        }
    }

    List<Verification.Problem> all() {
        return List.copyOf(problems);
    }
}
