package org.sightline.briefing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;

/**
 * One page that begins something: a heading, a map or a strip of maps in its margin, perhaps a list; and the pages on
 * which the list goes on. It is made in two steps, since claims are numbered by where their pins come to stand: first
 * the maps are placed, then, with all numbers known, the pages are filled. One thread.
 */
final class Scene {
    private static final double GAP = 14;

    private final Setting setting;
    private final Subject subject;
    private final Page page = new Page();
    private final Heading heading;
    private final Listing listing;
    private final Frames frames;
    private final Optional<Pictures> pictures;

    /**
     * What a scene is about.
     *
     * @param title at its head
     * @param first whether the briefing begins here; its notes stand here
     * @param claims in the order given
     * @param extent shown where the design asks for none; empty fits the claims
     */
    record Subject(String title, boolean first, List<Claim> claims, Optional<Envelope> extent) {}

    Scene(Setting setting, Subject subject) {
        this.setting = setting;
        this.subject = subject;
        this.heading = new Heading(setting, subject);
        this.listing = new Listing(setting, subject);
        Rectangle2D rest = heading.below();
        Frames wanted = new Frames(setting, subject);
        Optional<Part> beside = listing.inPlace();
        boolean picture = wanted.hasPicture();
        if (beside.isEmpty()) {
            wanted.arrange(rest);
        } else if (!picture) {
            wanted.arrange(rest);
            listing.take(wanted.free());
        } else {
            Optional<Rectangle2D> share = share(wanted, rest);
            Rectangle2D left = share.map(taken -> without(rest, taken)).orElse(rest);
            Optional<Rectangle2D> atop = listing.atop(rest)
                    .filter(column -> wanted.fits(beside(rest, column), below(rest, column)))
                    .filter(column -> share.isEmpty() || wanted.isLarger(beside(rest, column), left));
            if (atop.isPresent()) {
                listing.take(atop.get());
                wanted.arrange(beside(rest, atop.get()), below(rest, atop.get()));
            } else {
                share.ifPresentOrElse(listing::take, listing::later);
                wanted.arrange(left);
            }
        }
        this.frames = wanted;
        this.pictures = wanted.pictures();
    }

    /**
     * What the list takes of an area, so that the picture is as large as can be; empty where it has no room there. A
     * picture that was put somewhere leaves its room: the rest stays where it was.
     */
    private Optional<Rectangle2D> share(Frames wanted, Rectangle2D rest) {
        List<Rectangle2D> shares = listing.shares(rest).stream()
                .filter(share -> wanted.fits(without(rest, share)))
                .toList();
        return shares.stream().max(Comparator.comparingDouble(share -> wanted.pictured(without(rest, share))));
    }

    private static Rectangle2D beside(Rectangle2D area, Rectangle2D column) {
        return new Rectangle2D.Double(area.getX(), area.getY(), column.getX() - area.getX() - GAP, area.getHeight());
    }

    private static Rectangle2D below(Rectangle2D area, Rectangle2D column) {
        double top = column.getMaxY() + GAP;
        return new Rectangle2D.Double(column.getX(), top, column.getWidth(), area.getMaxY() - top);
    }

    /** What is left of an area of which the right or the lower part is taken. */
    static Rectangle2D without(Rectangle2D area, Rectangle2D share) {
        boolean right = share.getHeight() >= area.getHeight() - 1;
        return right
                ? new Rectangle2D.Double(area.getX(), area.getY(), share.getX() - area.getX() - GAP, area.getHeight())
                : new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), share.getY() - area.getY() - GAP);
    }

    /** Ids of the scene's claims by where they stand on its maps; those that are on none come after, as given. */
    List<Long> readingOrder() {
        Set<Long> order = new LinkedHashSet<>();
        pictures.ifPresent(all -> order.addAll(all.readingOrder()));
        subject.claims().forEach(claim -> order.add(claim.id()));
        return List.copyOf(order);
    }

    List<Claim> claims() {
        return subject.claims();
    }

    /**
     * The pages, filled.
     *
     * @param sorted the scene's claims by number
     * @param lists where links to claims lead
     * @param concerns gathers what a person should look at
     */
    List<Page> pages(List<Claim> sorted, Map<Long, String> numbers, Part lists, List<String> concerns) {
        Set<Long> offMap = offMap();
        page.target(
                subject.first() ? "map" : "map " + subject.title(),
                subject.title(),
                setting.sheet().body().getY());
        Placed placed = new Placed(setting, subject, pictures);
        List<Rectangle2D> written = new ArrayList<>(setting.sheet().furniture());
        written.addAll(heading.boxes());
        written.addAll(frames.boxes());
        written.addAll(listing.boxes());
        placed.settle(written, heading, offMap, concerns);
        boolean linked = setting.shows(lists);
        Tag head = page.tag(Tag.Role.SECTION);
        Tag shown = page.tag(Tag.Role.SECTION);
        List<Rectangle2D> over = frames.inPlace() ? List.of() : overPictures(written);
        long hidden = placed.hidden(over);
        if (hidden > 0) {
            concerns.add(Phrases.of("concern.covered", hidden));
        }
        long cramped = pictures.map(Pictures::cramped).orElse(0L);
        if (cramped > 0) {
            concerns.add(Phrases.of("concern.cramped", cramped));
        }
        List<Rectangle2D> kept = new ArrayList<>(placed.boxes());
        over.forEach(box -> kept.add(Placed.grown(box)));
        page.in(shown, () -> pictures.ifPresent(all -> all.put(page, numbers, kept, linked)));
        page.in(Tag.DECORATION, () -> over.forEach(box -> page.add(new Mark.Filled(Placed.grown(box), Color.WHITE))));
        page.in(head, () -> heading.put(page, offMap));
        page.in(head, () -> placed.put(page));
        frames.put(page);
        List<Page> pages = new ArrayList<>(listing.pour(page, sorted, numbers, new Seen(shown(), offMap), lists));
        frames.legendPage().ifPresent(legend -> pages.add(1, legend));
        return pages;
    }

    /** What is written where a picture was put: it gets paper of its own, so that words never stand on words. */
    private List<Rectangle2D> overPictures(List<Rectangle2D> written) {
        List<Rectangle2D> maps = pictures.map(Pictures::frames).orElse(List.of());
        return written.stream()
                .filter(box -> maps.stream().anyMatch(map -> map.intersects(Placed.grown(box))))
                .toList();
    }

    /**
     * What maps show.
     *
     * @param on ids of the claims that are on one
     * @param off of those whose place is outside
     */
    record Seen(Set<Long> on, Set<Long> off) {}

    Set<Long> shown() {
        return pictures.map(Pictures::shown).orElse(Set.of());
    }

    /** Ids of the claims that have a place which the map does not reach; on a strip, those with a date alone are shown. */
    Set<Long> offMap() {
        Set<Long> seen = new HashSet<>();
        pictures.ifPresent(all -> seen.addAll(all.shown()));
        Set<Long> off = new HashSet<>();
        for (Claim claim : subject.claims()) {
            boolean wanted = setting.design().start() != Start.STRIP
                    || Periods.begins(claim).isPresent();
            if (claim.place().isPresent() && wanted && !seen.contains(claim.id()) && pictures.isPresent()) {
                off.add(claim.id());
            }
        }
        return off;
    }
}
