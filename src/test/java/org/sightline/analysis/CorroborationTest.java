package org.sightline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Relation;
import org.sightline.claim.Status;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

class CorroborationTest {
    private final List<Source> sources = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    @Test
    void relaysOfOneOriginAreOneRoot() {
        source("project", "");
        source("newspaper", "project");
        source("agency", "newspaper");
        claim("claim", quote("agency", ""), quote("newspaper", ""), quote("project", ""));
        assertEquals(Set.of(id("project")), corroboration().roots(id("claim")));
        assertEquals(
                List.of("agency", "newspaper", "project"),
                corroboration().relayChain(id("agency")).stream()
                        .map(Source::title)
                        .toList());
    }

    @Test
    void quoteThatNamesItsOriginOverridesItsSource() {
        source("project", "");
        source("newspaper", "");
        source("agency", "newspaper");
        Quote relayed = quote("agency", "project");
        claim("claim", relayed);
        assertEquals(Set.of(id("project")), corroboration().roots(id("claim")));
        assertEquals(
                List.of("agency", "project"),
                corroboration().relayChain(relayed).stream().map(Source::title).toList());
    }

    @Test
    void sourcesThatSpeakForThemselvesAreSeveralRoots() {
        source("one", "");
        source("two", "");
        claim("claim", quote("one", ""), quote("two", ""), quote("one", ""));
        assertEquals(2, corroboration().roots(id("claim")).size());
    }

    @Test
    void circleIsOneRootFromWhereverItIsEntered() {
        source("a", "b");
        source("b", "c");
        source("c", "a");
        source("outside", "b");
        claim("claim", quote("a", ""), quote("b", ""), quote("c", ""), quote("outside", ""));
        assertEquals(1, corroboration().roots(id("claim")).size());
        assertEquals(4, corroboration().relayChain(id("outside")).size());
    }

    @Test
    void sourceThatRelaysItselfIsItsOwnRoot() {
        source("self", "self");
        claim("claim", quote("self", ""));
        assertEquals(Set.of(id("self")), corroboration().roots(id("claim")));
    }

    @Test
    void directSupportersLendTheirQuotesAndTheirSupportersDoNot() {
        source("one", "");
        source("two", "");
        source("three", "");
        claim("claim", quote("one", ""));
        claim("supporter", quote("two", ""));
        claim("supporter of it", quote("three", ""));
        relate("supporter", Relation.Kind.SUPPORTS, "claim");
        relate("supporter of it", Relation.Kind.SUPPORTS, "supporter");
        assertEquals(Set.of(id("one"), id("two")), corroboration().roots(id("claim")));
    }

    @Test
    void contradictionsAndRefinementsLendNothing() {
        source("one", "");
        source("two", "");
        claim("claim", quote("one", ""));
        claim("other", quote("two", ""));
        relate("other", Relation.Kind.CONTRADICTS, "claim");
        relate("other", Relation.Kind.REFINES, "claim");
        assertEquals(Set.of(id("one")), corroboration().roots(id("claim")));
    }

    @Test
    void trashedSupporterLendsNothing() {
        source("one", "");
        source("two", "");
        claim("claim", quote("one", ""));
        Claim c = claim("gone", quote("two", ""));
        claims.remove(c);
        claims.add(new Claim(
                c.id(),
                c.uuid(),
                c.statement(),
                c.category(),
                c.claimant(),
                c.modality(),
                c.quantity(),
                c.when(),
                c.place(),
                c.distance(),
                c.status(),
                c.credibility(),
                c.notes(),
                c.tags(),
                c.quotes(),
                Optional.of(new Claim.Removal(Instant.EPOCH, "mistaken"))));
        relate("gone", Relation.Kind.SUPPORTS, "claim");
        assertEquals(Set.of(id("one")), corroboration().roots(id("claim")));
    }

    @Test
    void claimWithoutQuotesHasNoRoot() {
        claim("claim");
        assertEquals(Set.of(), corroboration().roots(id("claim")));
        assertEquals(Set.of(), corroboration().roots(id("unknown")));
    }

    private Corroboration corroboration() {
        return new Corroboration(sources, captures, claims, relations);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void source(String name, String relays) {
        sources.add(new Source(
                sources.size() + 1,
                id(name),
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(relays).filter(origin -> !origin.isEmpty()).map(CorroborationTest::id)));
        captures.add(new Capture(
                captures.size() + 1,
                id("capture of " + name),
                id(name),
                "00".repeat(32),
                "text/plain",
                Optional.empty(),
                Instant.EPOCH,
                1,
                1));
    }

    private static Quote quote(String source, String relays) {
        return new Quote(
                0,
                UUID.randomUUID(),
                id("capture of " + source),
                0,
                1,
                "x",
                "",
                "",
                Optional.of(relays).filter(origin -> !origin.isEmpty()).map(CorroborationTest::id));
    }

    private Claim claim(String name, Quote... quotes) {
        Claim claim = new Claim(
                claims.size() + 1,
                id(name),
                name,
                Category.OTHER,
                Optional.empty(),
                Modality.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Status.UNVERIFIED,
                Optional.empty(),
                "",
                List.of(),
                List.of(quotes),
                Optional.empty());
        claims.add(claim);
        return claim;
    }

    private void relate(String from, Relation.Kind kind, String to) {
        relations.add(new Relation(0, UUID.randomUUID(), id(from), kind, id(to)));
    }
}
